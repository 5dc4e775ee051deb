// Documents as the libraries write them that web applications use: ExcelJS, docx, PptxGenJS, PDFKit, pdf-lib, JSZip.
// Prints one line of the corpus's table for each: file, sent as, category, what must become of it.
import { createRequire } from "node:module";
import { writeFileSync } from "node:fs";
import { join } from "node:path";

const [, , folder, modules] = process.argv;
const load = createRequire(join(modules, "package.json"));
const PIXEL = Buffer.from(
  "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==", "base64");
const ROUNDS = 8;

function out(name, content, category = "test-report") {
  const path = join(folder, name);
  writeFileSync(path, content);
  console.log([path, name, category, "AVAILABLE"].join("\t"));
}

async function workbooks() {
  const { Workbook } = load("exceljs");
  const features = {
    plain: () => {},
    link: (book, sheet) => { sheet.getCell("E1").value = { text: "norm", hyperlink: "https://example.org/norm" }; },
    mail: (book, sheet) => { sheet.getCell("E1").value = { text: "lab", hyperlink: "mailto:lab@example.org" }; },
    formula: (book, sheet) => { sheet.getCell("E1").value = { formula: "SUM(A1:A9)", result: 45 }; },
    note: (book, sheet) => { sheet.getCell("A1").note = "checked by Ingrid"; },
    picture: (book, sheet) => sheet.addImage(book.addImage({ buffer: PIXEL, extension: "png" }), "F2:G5"),
    table: (book, sheet) => sheet.addTable({ name: "Lots", ref: "J1", columns: [{ name: "a" }], rows: [["x"]] }),
    rule: (book, sheet) => sheet.addConditionalFormatting(
      { ref: "A1:A9", rules: [{ type: "expression", formulae: ["MOD(ROW(),2)=0"], style: { font: { bold: true } } }] }),
    list: (book, sheet) => { sheet.getCell("F1").dataValidation = { type: "list", formulae: ['"yes,no"'] }; },
  };
  for (const [feature, apply] of Object.entries(features)) {
    for (let round = 0; round < ROUNDS; round++) {
      const book = new Workbook();
      const sheet = book.addWorksheet(round % 2 ? "Image (2)" : "Série");
      for (let row = 0; row < 9 + 20 * round; row++) sheet.addRow([row, row % 28, Math.sqrt(row), "lot " + row]);
      apply(book, sheet);
      out(`exceljs-${feature}-${round}.xlsx`, Buffer.from(await book.xlsx.writeBuffer()));
    }
  }
}

async function documents() {
  const { Document, Packer, Paragraph, TextRun, ExternalHyperlink, Table, TableRow, TableCell, ImageRun, Header, HeadingLevel } =
    load("docx");
  const features = {
    plain: () => [],
    heading: () => [new Paragraph({ text: "Results", heading: HeadingLevel.HEADING_1 })],
    link: () => [new Paragraph({ children: [new ExternalHyperlink({ link: "https://example.org/n", children: [new TextRun("n")] })] })],
    table: () => [new Table({ rows: [new TableRow({ children: [new TableCell({ children: [new Paragraph("x")] })] })] })],
    picture: () => [new Paragraph({ children: [new ImageRun({ type: "png", data: PIXEL, transformation: { width: 40, height: 40 } })] })],
    bullets: () => [new Paragraph({ text: "first", bullet: { level: 0 } })],
  };
  for (const [feature, children] of Object.entries(features)) {
    for (let round = 0; round < ROUNDS; round++) {
      const text = Array.from({ length: 1 + 5 * round }, (_, row) => new Paragraph(`Lot ${row}: 52,5 N/mm² à 28 jours`));
      const document = new Document({
        sections: [{ headers: { default: new Header({ children: [new Paragraph("BE-LAB")] }) }, children: [...text, ...children()] }],
      });
      out(`docx-${feature}-${round}.docx`, await Packer.toBuffer(document));
    }
  }
}

async function presentations() {
  const Presentation = load("pptxgenjs");
  const features = {
    plain: () => {},
    link: (slide) => slide.addText([{ text: "norm", options: { hyperlink: { url: "https://example.org/norm" } } }], { x: 1, y: 3 }),
    next: (slide) => slide.addText([{ text: "next", options: { hyperlink: { slide: 1 } } }], { x: 1, y: 3 }),
    table: (slide) => slide.addTable([[{ text: "lot" }, { text: "value" }]], { x: 1, y: 3 }),
    chart: (slide, deck) => slide.addChart(deck.charts.BAR, [{ name: "a", labels: ["x", "y"], values: [1, 2] }], { x: 1, y: 3, w: 4, h: 2 }),
    picture: (slide) => slide.addImage({ data: "image/png;base64," + PIXEL.toString("base64"), x: 1, y: 3, w: 1, h: 1 }),
    notes: (slide) => slide.addNotes("say this slowly"),
  };
  for (const [feature, apply] of Object.entries(features)) {
    for (let round = 0; round < ROUNDS; round++) {
      const deck = new Presentation();
      for (let number = 0; number <= round; number++) {
        const slide = deck.addSlide();
        slide.addText(`Slide ${number}: résultats`, { x: 1, y: 1 });
        apply(slide, deck);
      }
      out(`pptxgenjs-${feature}-${round}.pptx`, await deck.write({ outputType: "nodebuffer" }));
    }
  }
}

async function portable() {
  const PDFKit = load("pdfkit");
  const { PDFDocument, StandardFonts } = load("pdf-lib");
  for (let round = 0; round < 3 * ROUNDS; round++) {
    const document = new PDFKit({ compress: round % 2 === 0, pdfVersion: ["1.3", "1.4", "1.5", "1.7"][round % 4] });
    const pieces = [];
    document.on("data", (piece) => pieces.push(piece));
    const ended = new Promise((resolve) => document.on("end", resolve));
    document.text(`Report ${round}`).link(100, 100, 160, 27, "https://example.org/norm");
    document.image(PIXEL, 100, 200);
    if (round % 3 === 0) document.addPage().text("second page");
    if (round % 5 === 0) document.file(Buffer.from("a;b\r\n1;2\r\n"), { name: "values.csv" });
    document.end();
    await ended;
    out(`pdfkit-${round}.pdf`, Buffer.concat(pieces));

    const other = await PDFDocument.create();
    const page = other.addPage();
    page.drawText(`Report ${round}`, { font: await other.embedFont(StandardFonts.Helvetica), x: 50, y: 700 });
    if (round % 2) page.drawImage(await other.embedPng(PIXEL), { x: 10, y: 10 });
    if (round % 3 === 0) other.getForm().createTextField("lot").addToPage(page, { x: 50, y: 600 });
    if (round % 4 === 0) await other.attach(Buffer.from("<a/>"), "factur-x.xml", { mimeType: "text/xml" });
    out(`pdf-lib-${round}.pdf`, Buffer.from(await other.save({ useObjectStreams: round % 2 === 0 })));
  }
}

async function archives() {
  const Archive = load("jszip");
  for (let round = 0; round < 3 * ROUNDS; round++) {
    const archive = new Archive();
    for (let number = 0; number <= round; number++) archive.file(`lab/${number} é.txt`, `lot ${number}\r\n`.repeat(number + 1));
    const streamFiles = round % 3 === 0;
    const compression = round % 2 ? "DEFLATE" : "STORE";
    out(`jszip-${round}.zip`, await archive.generateAsync({ type: "nodebuffer", compression, streamFiles, platform: "UNIX" }));
  }
}

for (const make of [workbooks, documents, presentations, portable, archives]) await make();

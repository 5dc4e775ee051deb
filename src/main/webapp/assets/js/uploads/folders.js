/** The files in what was dropped, those in folders and their folders too, each with its path. */

/** Systems leave these in folders; nobody means to send them. */
const OF_THE_SYSTEM = /^(\..*|thumbs\.db|desktop\.ini)$/i;

/** What was dropped is there to be asked for during the event alone. */
export async function filesIn(transfer) {
  const dropped = [...transfer.items]
    .filter(({ kind }) => kind === "file")
    .map((item) => ({ entry: item.webkitGetAsEntry(), file: item.getAsFile() }));
  const found = await Promise.all(
    dropped.map(({ entry, file }) => (entry?.isDirectory ? within(entry, "") : [{ file, path: file?.name ?? "" }])),
  );
  return inOrder(found.flat());
}

/** The files a person has chosen; of a folder without what the system left there. */
export function filesOf(chooser) {
  const found = [...chooser.files].map((file) => ({ file, path: file.webkitRelativePath || file.name }));
  return inOrder(found.filter(({ file }) => !file.webkitRelativePath || isMeant(file.name)));
}

/** What cannot be read is told with its path alone. */
async function within(folder, above) {
  const path = `${above}${folder.name}/`;
  try {
    const inside = (await entriesOf(folder)).filter(({ name }) => isMeant(name));
    const found = await Promise.all(inside.map((entry) => (entry.isDirectory ? within(entry, path) : fileOf(entry, path))));
    return found.flat();
  } catch {
    return [{ path }];
  }
}

/** A reader hands out a hundred at a time. */
async function entriesOf(folder) {
  const reader = folder.createReader();
  const all = [];
  for (;;) {
    const some = await new Promise((resolve, reject) => reader.readEntries(resolve, reject));
    if (some.length === 0) {
      return all;
    }
    all.push(...some);
  }
}

async function fileOf(entry, above) {
  const path = above + entry.name;
  const file = await new Promise((resolve) => entry.file(resolve, () => resolve(null)));
  return [{ file, path }];
}

function isMeant(name) {
  return !OF_THE_SYSTEM.test(name);
}

function inOrder(found) {
  const order = new Intl.Collator(document.documentElement.lang, { numeric: true });
  return found.sort((one, other) => order.compare(one.path, other.path));
}

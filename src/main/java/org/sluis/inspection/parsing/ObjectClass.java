package org.sluis.inspection.parsing;

import java.util.HexFormat;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Classes of objects that do more than show what they were given: they start programs, fetch pages or links, or run what a
 * document tells them. All other classes belong to programs that draw, measure or calculate, of which there are far too many
 * to name; an object of one of those starts only by a double click and only where its program is installed.
 *
 * @param name as programmers know it
 */
record ObjectClass(String name, Rule rule) {

    static final String MATH_TYPE = stored("0002ce03-0000-0000-c000-000000000046");
    static final String ACROBAT = stored("b801ca65-a1fc-11d0-85ad-444553540000");
    static final String NONE = "0".repeat(32);

    private static final String OFFICE = "-0000-0000-c000-000000000046";
    private static final Map<String, ObjectClass> RUNNING = Stream.of(
                    of("Equation.3", Rule.EQUATION_EDITOR, "0002ce02" + OFFICE),
                    of("Equation.2", Rule.EQUATION_EDITOR, "00021700" + OFFICE),
                    of("OLE link", Rule.LINKED_OBJECT, "00000300" + OFFICE),
                    of("file moniker", Rule.LINKED_OBJECT, "00000303" + OFFICE),
                    of("packager moniker", Rule.LINKED_OBJECT, "00000308" + OFFICE),
                    of("composite moniker", Rule.LINKED_OBJECT, "00000309" + OFFICE),
                    of("class moniker", Rule.LINKED_OBJECT, "0000031a" + OFFICE),
                    of("Outlook attachment moniker", Rule.LINKED_OBJECT, "0002034c" + OFFICE),
                    of("Outlook message moniker", Rule.LINKED_OBJECT, "0002034e" + OFFICE),
                    of("URL moniker", Rule.LINKED_OBJECT, "79eac9e0-baf9-11ce-8c82-00aa004ba90b"),
                    of("new moniker", Rule.LINKED_OBJECT, "ecabafc6-7f19-11d2-978e-0000f8757e2a"),
                    of("SOAP moniker", Rule.LINKED_OBJECT, "ecabb0c7-7f19-11d2-978e-0000f8757e2a"),
                    of("scriptletfile", Rule.SCRIPT, "06290bd2-48aa-11d2-8432-006008c3fbfc"),
                    of("script moniker", Rule.SCRIPT, "06290bd3-48aa-11d2-8432-006008c3fbfc"),
                    of("ScriptBridge", Rule.SCRIPT, "ae24fdae-03c6-11d1-8b76-0080c744f389"),
                    of("HTML application", Rule.SCRIPT, "3050f4d8-98b5-11cf-bb82-00aa00bdce0b"),
                    of("HTML document", Rule.SCRIPT, "25336920-03f9-11cf-8fd0-00aa00686f13"),
                    of("MSScriptControl.ScriptControl", Rule.SCRIPT, "0e59f1d5-1fbe-11d0-8ff2-00a0d10038bc"),
                    of("HTML.HostEncode", Rule.SCRIPT, "0cf774d0-f077-11d1-b1bc-00c04f86c324"),
                    of("JSFile.HostEncode", Rule.SCRIPT, "85131630-480c-11d2-b1f9-00c04f86c324"),
                    of("VBSFile.HostEncode", Rule.SCRIPT, "85131631-480c-11d2-b1f9-00c04f86c324"),
                    of("VBScript", Rule.SCRIPT, "b54f3741-5b07-11cf-a4b0-00aa004a55e8"),
                    of("JScript", Rule.SCRIPT, "f414c260-6ac0-11cf-b6d1-00aa00bbbb58"),
                    of("Scripting.FileSystemObject", Rule.SCRIPT, "0d43fe01-f093-11cf-8940-00a0c9054228"),
                    of("WScript.Shell", Rule.SCRIPT, "72c24dd5-d70a-438b-8a42-98424b88afb8"),
                    of("WScript.Shell", Rule.SCRIPT, "f935dc22-1cf0-11d0-adb9-00c04fd58a0b"),
                    of("Shell.Application", Rule.SCRIPT, "13709620-c279-11ce-a49e-444553540000"),
                    of("Shell.Explorer", Rule.CONTROL, "eab22ac3-30c1-11cf-a7eb-0000c05bae0b"),
                    of("Shell.Explorer", Rule.CONTROL, "8856f961-340a-11d0-a96b-00c04fd705a2"),
                    of("ShockwaveFlash", Rule.CONTROL, "d27cdb6e-ae6d-11cf-96b8-444553540000"),
                    of("ADODB.Recordset", Rule.CONTROL, "00000535-0000-0010-8000-00aa006d2ea4"),
                    of("otkloadr.WRLoader", Rule.CONTROL, "05741520-c4eb-440a-ac3f-9643bbc9f847"),
                    of("otkloadr.WRAssembly", Rule.CONTROL, "a08a033d-1a75-4ab6-a166-ead02f547959"),
                    of("Control.TaskSymbol", Rule.CONTROL, "44f9a03b-a3ec-4f3b-9364-08e0007f21df"),
                    of("WMPlayer.OCX", Rule.CONTROL, "6bf52a52-394a-11d3-b153-00c04f79faa6"),
                    of("MediaPlayer", Rule.CONTROL, "22d6f312-b0f6-11d0-94ab-0080c74c7e95"),
                    of("MSComctlLib.TabStrip", Rule.CONTROL, "1efb6596-857c-11d1-b16a-00c0f0283628"),
                    of("MSComctlLib.Toolbar", Rule.CONTROL, "66833fe6-8583-11d1-b16a-00c0f0283628"),
                    of("MSComctlLib.TreeView", Rule.CONTROL, "c74190b6-8589-11d1-b16a-00c0f0283628"),
                    of("MSComctlLib.TreeView", Rule.CONTROL, "9181dc5f-e07d-418a-aca6-8eea1ecb8e9e"),
                    of("MSComctlLib.ListView", Rule.CONTROL, "bdd1f04b-858b-11d1-b16a-00c0f0283628"),
                    of("MSComctlLib.ListView", Rule.CONTROL, "996bf5e0-8044-4650-adeb-0b013914e99c"),
                    of("MSComctlLib.ImageCombo", Rule.CONTROL, "dd9da666-8594-11d1-b16a-00c0f0283628"),
                    of("Forms.Form", Rule.CONTROL, "c62a69f0-16dc-11ce-9e98-00aa00574a4f"),
                    of("Forms.CommandButton", Rule.CONTROL, "d7053240-ce69-11cd-a777-00dd01143c57"),
                    of("Forms.TextBox", Rule.CONTROL, "8bd21d10-ec42-11ce-9e0d-00aa006002f3"),
                    of("Forms.ListBox", Rule.CONTROL, "8bd21d20-ec42-11ce-9e0d-00aa006002f3"),
                    of("Forms.ComboBox", Rule.CONTROL, "8bd21d30-ec42-11ce-9e0d-00aa006002f3"),
                    of("Forms.CheckBox", Rule.CONTROL, "8bd21d40-ec42-11ce-9e0d-00aa006002f3"),
                    of("Forms.OptionButton", Rule.CONTROL, "8bd21d50-ec42-11ce-9e0d-00aa006002f3"),
                    of("Forms.ToggleButton", Rule.CONTROL, "8bd21d60-ec42-11ce-9e0d-00aa006002f3"),
                    of("Forms.Label", Rule.CONTROL, "978c9e23-d4b0-11ce-bf2d-00aa003f40d0"),
                    of("Forms.Frame", Rule.CONTROL, "6e182020-f460-11ce-9bcd-00aa00608e01"),
                    of("Forms.Image", Rule.CONTROL, "4c599241-6926-101b-9992-00000b65c6f9"),
                    of("Forms.SpinButton", Rule.CONTROL, "79176fb0-b7f2-11ce-97ef-00aa006d2776"),
                    of("Forms.ScrollBar", Rule.CONTROL, "dfd181e0-5e2f-11ce-a449-00aa004a803d"),
                    of("Forms.MultiPage", Rule.CONTROL, "46e31370-3f7a-11ce-bed6-00aa00611080"),
                    of("Forms.TabStrip", Rule.CONTROL, "eae50eb0-4a62-11ce-bed6-00aa00611080"),
                    of("Windows Installer package", Rule.ATTACHED_PROGRAM, "000c1084" + OFFICE),
                    of("Windows Installer patch", Rule.ATTACHED_PROGRAM, "000c1086" + OFFICE),
                    of("Windows Installer transform", Rule.ATTACHED_PROGRAM, "000c1082" + OFFICE),
                    of("Outlook message", Rule.MAIL_MESSAGE, "00020d0b" + OFFICE),
                    of("macro-enabled workbook", Rule.MACRO, "00020832" + OFFICE),
                    of("macro-enabled binary workbook", Rule.MACRO, "00020833" + OFFICE))
            .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, Map.Entry::getValue));

    private static Map.Entry<String, ObjectClass> of(String name, Rule rule, String classId) {
        return Map.entry(stored(classId), new ObjectClass(name, rule));
    }

    /** The class of this id where it is one of these. */
    static Optional<ObjectClass> running(String classId) {
        return Optional.ofNullable(RUNNING.get(classId));
    }

    /** The one that a program's name stands for: {@code Equation.3}, {@code Forms.CommandButton.1}. */
    static Optional<ObjectClass> runningByName(String programId) {
        String lower = programId.toLowerCase(Locale.ROOT);
        return RUNNING.values().stream()
                .filter(known -> lower.equals(known.name().toLowerCase(Locale.ROOT))
                        || lower.startsWith(known.name().toLowerCase(Locale.ROOT) + "."))
                .findFirst();
    }

    /** A class id as its sixteen bytes lie in a file ([MS-DTYP] 2.3.4.2): the first three numbers backwards. */
    static String stored(String classId) {
        byte[] digits = HexFormat.of().parseHex(classId.replace("-", ""));
        byte[] bytes = digits.clone();
        int[] order = {3, 2, 1, 0, 5, 4, 7, 6};
        for (int index = 0; index < order.length; index++) {
            bytes[index] = digits[order[index]];
        }
        return HexFormat.of().formatHex(bytes);
    }

    Refusal refusal() {
        return new Refusal(rule).naming(name);
    }
}

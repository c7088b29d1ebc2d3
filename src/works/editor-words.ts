import type { Translate } from "../vocabulary/translate.ts";

/** Everything the editor says, in the language of the page: its script has no sentences of its own. */
export function editorWords(t: Translate) {
  return {
    showAs: t("Show as"),
    story: t("Story"),
    html: t("HTML"),
    markdown: t("Markdown"),
    tools: t("Writing tools"),
    bold: t("Bold"),
    italic: t("Italic"),
    sceneBreak: t("Scene break"),
    footnote: t("Footnote"),
    link: t("Link"),
    paragraph: t("Paragraph"),
    words: t("Words"),
    insert: t("Insert"),
    undo: t("Undo"),
    redo: t("Redo"),
    keys: t("Keys"),
    close: t("Close"),
    cancel: t("Leave it"),
    // what a paragraph can be
    centred: t("Centred"),
    right: t("To the right"),
    verse: t("Verse"),
    quotation: t("Quotation"),
    letter: t("Letter"),
    post: t("Post on a site"),
    aside: t("Word from the writer"),
    spoiler: t("Spoiler"),
    bullets: t("List"),
    numbers: t("Numbered list"),
    numbering: t("Numbering"),
    heading: t("Heading"),
    smallHeading: t("Smaller heading"),
    kept: t("As typed"),
    deeper: t("Further in"),
    shallower: t("Further out"),
    // what words can be
    underlined: t("Underlined"),
    struck: t("Struck out"),
    upright: t("Emphasis in emphasis"),
    smallCapitals: t("Small capitals"),
    smallPrint: t("Small print"),
    raised: t("Raised"),
    lowered: t("Lowered"),
    titleOfWork: t("Title of a work"),
    quoted: t("In quotation marks"),
    typedByMachine: t("Typed by a machine"),
    indent: t("Indent the line"),
    language: t("Language"),
    voice: t("Another voice"),
    abbreviation: t("Abbreviation"),
    // what can be put in
    picture: t("Picture"),
    thread: t("Message thread"),
    reading: t("Reading over characters"),
    table: t("Table"),
    description: t("Terms and meanings"),
    // panels
    putIn: t("Put it in"),
    change: t("Change it"),
    takeAway: t("Take it away"),
    ornament: t("Ornament"),
    ornamentHint: t("Draw it as you like, such as * * * or ~*~. Leave it empty for a plain one."),
    noteText: t("The note"),
    noteHint: t("It stands at the end of the chapter; its number leads there and back."),
    noteMissing: t("Write what the note says."),
    address: t("Address"),
    addressHint: t("https://…, mailto:…, or the path of a page of this archive."),
    addressWrong: t("Links lead to http, https or mailto addresses, or to a page of this archive."),
    linkWords: t("Words of the link"),
    linkWordsMissing: t("Write the words that carry the link."),
    threadText: t("The messages"),
    threadHint: t(
      "One a line, the name before a colon, a time in brackets if there is one: Mara [23:04]: Are you up?",
    ),
    threadMissing: t("Write at least one message."),
    base: t("The characters"),
    over: t("Their reading"),
    rubyMissing: t("Both the characters and their reading are needed."),
    rows: t("Rows"),
    columns: t("Columns"),
    heads: t("The first row names the columns"),
    caption: t("Caption"),
    tableSize: t("A table has 1 to 50 rows and 1 to 12 columns."),
    rowBelow: t("Row below"),
    columnAfter: t("Column after"),
    withoutRow: t("Take the row away"),
    withoutColumn: t("Take the column away"),
    withoutTable: t("Take the table away"),
    languageTag: t("Language"),
    languageHint: t(
      "Its name, or its short code: ja, he, zh-Hant. Leave it empty for the language of the story.",
    ),
    languageWrong: t("This language is not known. Try its short code, such as fr for French."),
    direction: t("Direction"),
    asLanguage: t("As its letters run"),
    leftToRight: t("Left to right"),
    rightToLeft: t("Right to left"),
    startAt: t("Begins with number"),
    numberedBy: t("Numbered by"),
    numberWrong: t("The first number is a whole number."),
    voiceNumber: t("Voice"),
    noVoice: t("The voice of the story"),
    standsFor: t("Stands for"),
    standsForMissing: t("Say what it stands for, and choose the letters in the story first."),
    choosePicture: t("A picture from this device"),
    ownPictures: t("Or one of yours"),
    noOwnPictures: t("You have none here yet."),
    alt: t("What it shows"),
    altHint: t("Read aloud to those who do not see it, and shown where pictures are not."),
    decoration: t("It is decoration: nothing is lost by not seeing it"),
    altMissing: t("Say what the picture shows, or that it is decoration."),
    pictureMissing: t("Choose a picture."),
    // keys
    keysHint: t("Alt and F10 lead to the tools, the arrows from one to the next, Escape back to the story."),
    lineBreak: t("Line break"),
    // what is said when something was done
    pasting: t("Tidying what you pasted …"),
    pasted: t("Pasted."),
    pastedAsText: t("The archive could not be reached, so it was pasted without its small changes listed."),
    undoHint: t("Undo takes it back."),
    switching: t("Changing over …"),
    notSwitched: t("That did not work, and nothing was changed. Try again in a moment."),
    sendingPicture: t("Sending the picture …"),
    pictureRefused: t(
      "The picture could not be kept. It may be too large, or of a kind that browsers cannot show.",
    ),
    unreadable: t(
      "This text cannot be shown as a story: it is too long, or its tags lie too deep in one another.",
    ),
  };
}

/** What the editor is given to say. */
export type EditorWords = ReturnType<typeof editorWords>;

/** All that the page tells the editor's script. */
export type EditorSetup = {
  words: EditorWords;
  /** Where it asks the archive for what a browser cannot do. */
  addresses: { changeOver: string; pasted: string; pictures: string };
  /** BCP 47 tag of the page's own language. */
  locale: string;
};

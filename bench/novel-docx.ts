import { strToU8, zipSync } from "fflate";
import { seededRandom } from "./seeded-random.ts";

const words =
  "lamp tide salt letter garden window stair harbour winter orchard mirror candle raven clock ember hollow thread meadow silver violin bridge lantern river copper feather kettle shadow thistle marble tunnel the and of a to in was her his that with it had for she he as at on not but be from they said".split(
    " ",
  );

const main = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
const relationships = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const packageRelationships = "http://schemas.openxmlformats.org/package/2006/relationships";
const declaration = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';

/**
 * A novel as Word saves one: revision ids on every paragraph and run, a font on every run, headings by style,
 * italics, quotation marks, scene breaks, blank spacing paragraphs. The same arguments make the same bytes.
 *
 * @param chapters how many chapters
 * @param wordsAChapter how many words each has, about
 */
export function novelDocx(chapters: number, wordsAChapter: number): Uint8Array<ArrayBuffer> {
  const random = seededRandom(7);
  const parts: string[] = [
    `${declaration}<w:document xmlns:w="${main}" xmlns:r="${relationships}"><w:body>`,
    paragraph("Title", [run("The Lamp on the Stair", "")]),
  ];
  const sentence = () => {
    const text = Array.from({ length: 6 + random.below(14) }, () => random.pick(words)).join(" ");
    return `${text.charAt(0).toUpperCase()}${text.slice(1)}.`;
  };
  for (let chapter = 1; chapter <= chapters; chapter++) {
    parts.push(paragraph("Heading1", [run(`Chapter ${chapter}: ${sentence().slice(0, 20)}`, "")]));
    for (let count = 0; count < wordsAChapter; ) {
      const runs: string[] = [];
      for (let part = 0; part <= random.below(4); part++) {
        const text = random.below(3) === 0 ? `“${sentence()}”` : sentence();
        count += text.split(" ").length;
        runs.push(run(`${text} `, random.below(5) === 0 ? "<w:i/>" : ""));
      }
      parts.push(paragraph("", runs));
      if (random.below(40) === 0) parts.push(paragraph("", [run("* * *", "")]));
    }
  }
  parts.push("</w:body></w:document>");
  const file = (text: string) => strToU8(text);
  return new Uint8Array(
    zipSync({
      "[Content_Types].xml": file(
        `${declaration}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/><Override PartName="/word/styles.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.styles+xml"/></Types>`,
      ),
      "_rels/.rels": file(
        `${declaration}<Relationships xmlns="${packageRelationships}"><Relationship Id="rId1" Type="${relationships}/officeDocument" Target="word/document.xml"/></Relationships>`,
      ),
      "word/_rels/document.xml.rels": file(
        `${declaration}<Relationships xmlns="${packageRelationships}"><Relationship Id="rId1" Type="${relationships}/styles" Target="styles.xml"/></Relationships>`,
      ),
      "word/styles.xml": file(
        `${declaration}<w:styles xmlns:w="${main}"><w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/></w:style><w:style w:type="paragraph" w:styleId="Heading1"><w:name w:val="heading 1"/><w:basedOn w:val="Normal"/><w:pPr><w:outlineLvl w:val="0"/></w:pPr><w:rPr><w:b/></w:rPr></w:style><w:style w:type="paragraph" w:styleId="Title"><w:name w:val="Title"/><w:basedOn w:val="Normal"/></w:style></w:styles>`,
      ),
      "word/document.xml": file(parts.join("")),
    }),
  );
}

function paragraph(style: string, runs: string[]): string {
  const properties = style === "" ? "" : `<w:pPr><w:pStyle w:val="${style}"/></w:pPr>`;
  return `<w:p w:rsidR="00A77B3E" w:rsidRDefault="00C31649">${properties}${runs.join("")}</w:p>`;
}

function run(text: string, properties: string): string {
  return `<w:r w:rsidRPr="00C31649"><w:rPr><w:rFonts w:ascii="Garamond" w:hAnsi="Garamond"/>${properties}<w:sz w:val="24"/></w:rPr><w:t xml:space="preserve">${text.replaceAll("&", "&amp;")}</w:t></w:r>`;
}

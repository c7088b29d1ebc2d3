import { docxOf, paragraph, run } from "../src/importing/for-tests/docx-of.ts";
import { tinyPng } from "../src/plumbing/pictures/for-tests/tiny-pictures.ts";

const mark = (kind: "footnote" | "comment", id: number) => `<w:r><w:${kind}Reference w:id="${id}"/></w:r>`;
const picture =
  '<w:r><w:drawing><wp:inline><wp:docPr id="1" name="Picture 1"/><a:graphic><a:blip r:embed="glass"/></a:graphic></wp:inline></w:drawing></w:r>';

/**
 * A story as a word processor leaves it when two people have worked on it: a header, italics, a footnote, two scene
 * breaks of which one is only words, a change put in, one struck out, a comment, and a picture nobody described.
 */
export function weatherGlassDocx(): Uint8Array<ArrayBuffer> {
  const body = [
    paragraph(run("Title: The Weather Glass")),
    paragraph(run("Summary: A keeper, a glass, and a boat that is late.")),
    paragraph(""),
    paragraph(
      run("The glass fell all day, and Ines ") +
        run("would not", "<w:i/>") +
        run(" look at it") +
        mark("footnote", 1) +
        run("."),
    ),
    paragraph(run("At dusk she lit the lamp.")),
    paragraph(run("* * *")),
    paragraph(
      run("The boat came in ") +
        `<w:ins w:id="1" w:author="A Friend">${run("very ")}</w:ins>` +
        run("late, with ") +
        '<w:del w:id="2" w:author="A Friend"><w:r><w:delText xml:space="preserve">only </w:delText></w:r></w:del>' +
        run("one man in it."),
    ),
    paragraph(run("[LINE BREAK]")),
    paragraph(
      '<w:commentRangeStart w:id="0"/>' +
        run("He had the other half of the letter.") +
        '<w:commentRangeEnd w:id="0"/>' +
        mark("comment", 0),
    ),
    paragraph(picture),
    paragraph(run("She read it twice.")),
  ];
  const footnotes = `<w:footnote w:id="1">${paragraph(run(" A barometer: they hang in every kitchen there."))}</w:footnote>`;
  const comments = `<w:comment w:id="0" w:author="A Friend">${paragraph(run("Which half?"))}</w:comment>`;
  return new Uint8Array(
    docxOf(body.join(""), {
      footnotes,
      comments,
      pictures: { glass: tinyPng({ width: 60, height: 40 }) },
    }),
  );
}

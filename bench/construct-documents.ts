import { strToU8, zipSync } from "fflate";

/** A construct of typography as each format says it, and how one sees in HTML that it is still there. */
export type Construct = {
  name: string;
  /** The body of a docx with what else it needs; null: the format has no such thing. */
  docx: DocxParts | null;
  /** The body of an OpenDocument text, with its automatic styles. */
  odt: { body: string; styles?: string; files?: Record<string, Uint8Array> } | null;
  /** What stands between `{\rtf1\ansi\ansicpg1252 …` and `}`. */
  rtf: string | null;
  kept: (html: string) => boolean;
};

type DocxParts = {
  body: string;
  numbering?: string;
  footnotes?: string;
  endnotes?: string;
  comments?: string;
  picture?: boolean;
};

/** The smallest picture there is: one dot, PNG. */
const dot = Buffer.from(
  "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR4nGNgYGBgAAAABQABpfZFQAAAAABJRU5ErkJggg==",
  "base64",
);

const p = (runs: string, properties = "") =>
  `<w:p>${properties && `<w:pPr>${properties}</w:pPr>`}${runs}</w:p>`;
const r = (text: string, properties = "") =>
  `<w:r>${properties && `<w:rPr>${properties}</w:rPr>`}<w:t xml:space="preserve">${text}</w:t></w:r>`;
const item = (text: string) => p(r(text), '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>');
const numbering = (format: string, start: number) =>
  `<w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:start w:val="${start}"/><w:numFmt w:val="${format}"/><w:lvlText w:val="%1."/></w:lvl></w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>`;
const cell = (text: string) => `<w:tc><w:tcPr><w:tcW w:w="2000" w:type="dxa"/></w:tcPr>${p(r(text))}</w:tc>`;
const note = (element: string, id: number, words: string) =>
  `<w:${element} w:id="${id}">${p(`<w:r><w:${element}Ref/></w:r>${r(` ${words}`)}`)}</w:${element}>`;
const drawing =
  '<w:r><w:drawing><wp:inline><wp:extent cx="9525" cy="9525"/><wp:docPr id="1" name="Picture 1" descr="a lamp"/><a:graphic><a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/picture"><pic:pic><pic:nvPicPr><pic:cNvPr id="1" name="lamp.png"/><pic:cNvPicPr/></pic:nvPicPr><pic:blipFill><a:blip r:embed="rIdPicture"/></pic:blipFill><pic:spPr/></pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing></w:r>';
const changed = 'w:id="1" w:author="Somebody" w:date="2026-01-01T00:00:00Z"';

const styled = (name: string, properties: string, family = "text") =>
  `<style:style style:name="${name}" style:family="${family}">${properties}</style:style>`;
const textStyle = (properties: string) => styled("T1", `<style:text-properties ${properties}/>`);
const span = (text: string) => `<text:span text:style-name="T1">${text}</text:span>`;
const odtParagraph = (inside: string, style = "") =>
  `<text:p${style && ` text:style-name="${style}"`}>${inside}</text:p>`;
const odtNote = (kind: string) =>
  odtParagraph(
    `A word<text:note text:note-class="${kind}"><text:note-citation>1</text:note-citation><text:note-body>${odtParagraph("A ship.")}</text:note-body></text:note> stands.`,
  );

const tracked = (html: string) =>
  /put in/.test(html) && /struck out/.test(html) && /said:|insertion|<ins/.test(html);

/** What a story needs of a format, in the order of the table. */
export const constructs: Construct[] = [
  {
    name: "italic",
    docx: { body: p(r("She ") + r("never", "<w:i/>") + r(" came.")) },
    odt: { body: odtParagraph(`She ${span("never")} came.`), styles: textStyle('fo:font-style="italic"') },
    rtf: "She {\\i never} came.\\par",
    kept: (html) => /<em>never<\/em>/.test(html),
  },
  {
    name: "italic by a style, upright within it",
    docx: {
      body: p(
        r("She ", '<w:rStyle w:val="Emphasis"/>') +
          r("never", '<w:rStyle w:val="Emphasis"/><w:i w:val="0"/>') +
          r(" came.", '<w:rStyle w:val="Emphasis"/>'),
      ),
    },
    odt: null,
    rtf: "{\\i She {\\i0 never} came.}\\par",
    kept: (html) =>
      /<em>She<\/em> never <em>came\.<\/em>/.test(
        html.replace(/<em>She <\/em>/, "<em>She</em> ").replace(/<em> came/, " <em>came"),
      ),
  },
  {
    name: "bold",
    docx: { body: p(r("She ") + r("never", "<w:b/>") + r(" came.")) },
    odt: { body: odtParagraph(`She ${span("never")} came.`), styles: textStyle('fo:font-weight="bold"') },
    rtf: "She {\\b never} came.\\par",
    kept: (html) => /<strong>never<\/strong>/.test(html),
  },
  {
    name: "underline",
    docx: { body: p(r("She ") + r("never", '<w:u w:val="single"/>') + r(" came.")) },
    odt: {
      body: odtParagraph(`She ${span("never")} came.`),
      styles: textStyle('style:text-underline-style="solid"'),
    },
    rtf: "She {\\ul never} came.\\par",
    kept: (html) => /<u>never<\/u>|class="underline">never/.test(html),
  },
  {
    name: "small capitals",
    docx: { body: p(r("said ") + r("Hello", "<w:smallCaps/>") + r(".")) },
    odt: { body: odtParagraph(`said ${span("Hello")}.`), styles: textStyle('fo:font-variant="small-caps"') },
    rtf: "said {\\scaps Hello}.\\par",
    kept: (html) => /class="(?:sc|smallcaps)">Hello/.test(html),
  },
  {
    name: "struck out",
    docx: { body: p(r("Dear ") + r("idiot", "<w:strike/>") + r(" friend")) },
    odt: {
      body: odtParagraph(`Dear ${span("idiot")} friend`),
      styles: textStyle('style:text-line-through-style="solid"'),
    },
    rtf: "Dear {\\strike idiot} friend\\par",
    kept: (html) => /<(?:s|del)>idiot/.test(html),
  },
  {
    name: "superscript",
    docx: { body: p(r("the 4") + r("th", '<w:vertAlign w:val="superscript"/>')) },
    odt: { body: odtParagraph(`the 4${span("th")}`), styles: textStyle('style:text-position="super 58%"') },
    rtf: "the 4{\\super th}\\par",
    kept: (html) => /4<sup>th<\/sup>/.test(html),
  },
  {
    name: "subscript",
    docx: { body: p(r("H") + r("2", '<w:vertAlign w:val="subscript"/>') + r("O")) },
    odt: { body: odtParagraph(`H${span("2")}O`), styles: textStyle('style:text-position="sub 58%"') },
    rtf: "H{\\sub 2}O\\par",
    kept: (html) => /H<sub>2<\/sub>O/.test(html),
  },
  {
    name: "list that starts at 3",
    docx: { body: item("salt") + item("tide"), numbering: numbering("decimal", 3) },
    odt: {
      body: `<text:list text:style-name="L1"><text:list-item text:start-value="3">${odtParagraph("salt")}</text:list-item><text:list-item>${odtParagraph("tide")}</text:list-item></text:list>`,
      styles:
        '<text:list-style style:name="L1"><text:list-level-style-number text:level="1" style:num-format="1" style:num-suffix="."/></text:list-style>',
    },
    rtf: "{\\*\\listtable{\\list\\listid1{\\listlevel\\levelnfc0\\levelstartat3{\\leveltext\\'02\\'00.;}{\\levelnumbers\\'01;}}}}{\\*\\listoverridetable{\\listoverride\\listid1\\ls1}}\\pard\\ls1\\ilvl0{\\listtext 3.\\tab}salt\\par{\\listtext 4.\\tab}tide\\par\\pard",
    kept: (html) => /<ol[^>]*start="3"/.test(html) && /<li>/.test(html),
  },
  {
    name: "list with letters",
    docx: { body: item("salt") + item("tide"), numbering: numbering("lowerLetter", 1) },
    odt: {
      body: `<text:list text:style-name="L1"><text:list-item>${odtParagraph("salt")}</text:list-item><text:list-item>${odtParagraph("tide")}</text:list-item></text:list>`,
      styles:
        '<text:list-style style:name="L1"><text:list-level-style-number text:level="1" style:num-format="a" style:num-suffix="."/></text:list-style>',
    },
    rtf: "{\\*\\listtable{\\list\\listid1{\\listlevel\\levelnfc4\\levelstartat1{\\leveltext\\'02\\'00.;}{\\levelnumbers\\'01;}}}}{\\*\\listoverridetable{\\listoverride\\listid1\\ls1}}\\pard\\ls1\\ilvl0{\\listtext a.\\tab}salt\\par{\\listtext b.\\tab}tide\\par\\pard",
    kept: (html) => /<ol[^>]*type="a"/.test(html),
  },
  {
    name: "table with a head",
    docx: {
      body: `<w:tbl><w:tblPr><w:tblW w:w="0" w:type="auto"/><w:tblLook w:val="0020" w:firstRow="1"/></w:tblPr><w:tblGrid><w:gridCol w:w="2000"/><w:gridCol w:w="2000"/></w:tblGrid><w:tr><w:trPr><w:tblHeader/></w:trPr>${cell("Name")}${cell("HP")}</w:tr><w:tr>${cell("Mara")}${cell("12")}</w:tr></w:tbl>${p("")}`,
    },
    odt: {
      body: `<table:table><table:table-column table:number-columns-repeated="2"/><table:table-header-rows><table:table-row><table:table-cell>${odtParagraph("Name")}</table:table-cell><table:table-cell>${odtParagraph("HP")}</table:table-cell></table:table-row></table:table-header-rows><table:table-row><table:table-cell>${odtParagraph("Mara")}</table:table-cell><table:table-cell>${odtParagraph("12")}</table:table-cell></table:table-row></table:table>`,
    },
    rtf: "\\trowd\\trhdr\\cellx2000\\cellx4000\\pard\\intbl Name\\cell\\pard\\intbl HP\\cell\\row\\trowd\\cellx2000\\cellx4000\\pard\\intbl Mara\\cell\\pard\\intbl 12\\cell\\row\\pard",
    kept: (html) => /<table/.test(html) && /<th[ >][\s\S]*?Name/.test(html) && /<td[ >][\s\S]*?12/.test(html),
  },
  {
    name: "footnote",
    docx: {
      body: p(`${r("A word")}<w:r><w:footnoteReference w:id="2"/></w:r>${r(" stands.")}`),
      footnotes: note("footnote", 2, "A ship."),
    },
    odt: { body: odtNote("footnote") },
    rtf: "A word{\\super\\chftn}{\\footnote\\pard{\\super\\chftn} A ship.} stands.\\par",
    kept: (html) => /href="#(?:fn|note-)1"/.test(html) && /A ship\./.test(html),
  },
  {
    name: "endnote",
    docx: {
      body: p(`${r("A word")}<w:r><w:endnoteReference w:id="2"/></w:r>${r(" stands.")}`),
      endnotes: note("endnote", 2, "A ship."),
    },
    odt: { body: odtNote("endnote") },
    rtf: "A word{\\super\\chftn}{\\footnote\\ftnalt\\pard{\\super\\chftn} A ship.} stands.\\par",
    kept: (html) => /href="#(?:fn|note-)1"/.test(html) && /A ship\./.test(html),
  },
  {
    name: "picture with its description",
    docx: { body: p(drawing), picture: true },
    odt: {
      body: odtParagraph(
        '<draw:frame draw:name="lamp" text:anchor-type="as-char" svg:width="1cm" svg:height="1cm"><draw:image xlink:href="Pictures/lamp.png"/><svg:desc>a lamp</svg:desc></draw:frame>',
      ),
      files: { "Pictures/lamp.png": dot },
    },
    rtf: null,
    kept: (html) =>
      /<img[^>]*alt="a lamp"/.test(html) || /<img[^>]*title="[^"]*"[^>]*alt="a lamp"/.test(html),
  },
  {
    name: "picture",
    docx: null,
    odt: null,
    rtf: `{\\pict\\pngblip\\picw1\\pich1 ${dot.toString("hex")}}\\par`,
    kept: (html) => /<img/.test(html),
  },
  {
    name: "centred line",
    docx: { body: p(r("Fin."), '<w:jc w:val="center"/>') },
    odt: {
      body: odtParagraph("Fin.", "P1"),
      styles: styled("P1", '<style:paragraph-properties fo:text-align="center"/>', "paragraph"),
    },
    rtf: "\\pard\\qc Fin.\\par",
    kept: (html) => /class="center"|text-align:\s*center/.test(html),
  },
  {
    name: "drop capital",
    docx: {
      body:
        p(
          r("O"),
          '<w:framePr w:dropCap="drop" w:lines="3" w:wrap="around" w:vAnchor="text" w:hAnchor="text"/>',
        ) + p(r("nce upon a time.")),
    },
    odt: null,
    rtf: null,
    kept: (html) => />\s*Once upon a time\./.test(html),
  },
  {
    name: "tracked changes, said",
    docx: {
      body: p(
        `${r("The ")}<w:ins ${changed}>${r("put in")}</w:ins>${r(" and ")}<w:del ${changed}><w:r><w:delText>struck out</w:delText></w:r></w:del>${r(" word.")}`,
      ),
    },
    odt: {
      body: `<text:tracked-changes><text:changed-region text:id="c1"><text:insertion><office:change-info><dc:creator>S</dc:creator><dc:date>2026-01-01T00:00:00</dc:date></office:change-info></text:insertion></text:changed-region><text:changed-region text:id="c2"><text:deletion><office:change-info><dc:creator>S</dc:creator><dc:date>2026-01-01T00:00:00</dc:date></office:change-info>${odtParagraph("struck out")}</text:deletion></text:changed-region></text:tracked-changes>${odtParagraph('The <text:change-start text:change-id="c1"/>put in<text:change-end text:change-id="c1"/> and <text:change text:change-id="c2"/> word.')}`,
    },
    rtf: "The {\\revised\\revauth1 put in} and {\\deleted\\revauthdel1 struck out} word.\\par",
    kept: tracked,
  },
  {
    name: "comment, said and not published",
    docx: {
      body: p(
        `${r("The ")}<w:commentRangeStart w:id="1"/>${r("lamp")}<w:commentRangeEnd w:id="1"/><w:r><w:commentReference w:id="1"/></w:r>${r(" was low.")}`,
      ),
      comments: `<w:comment ${changed}>${p(r("check this lamp"))}</w:comment>`,
    },
    odt: {
      body: odtParagraph(
        `The <office:annotation office:name="a"><dc:creator>S</dc:creator><dc:date>2026-01-01T00:00:00</dc:date>${odtParagraph("check this lamp")}</office:annotation>lamp<office:annotation-end office:name="a"/> was low.`,
      ),
    },
    rtf: "The {\\*\\atrfstart 1}lamp{\\*\\atrfend 1}{\\*\\atnid S}{\\*\\atnauthor S}\\chatn{\\*\\annotation{\\*\\atnref 1}check this lamp} was low.\\par",
    kept: (html) => /said: check this lamp/.test(html),
  },
  {
    name: "nested quotation marks",
    docx: { body: p(r("“She said, ‘Not today.’”")) },
    odt: { body: odtParagraph("“She said, ‘Not today.’”") },
    rtf: "\\ldblquote She said, \\lquote Not today.\\rquote\\rdblquote\\par",
    kept: (html) => /“She said, ‘Not today\.’”/.test(html),
  },
  {
    name: "right to left",
    docx: { body: p(r("היא אמרה שלום.", "<w:rtl/>"), "<w:bidi/>") },
    odt: {
      body: odtParagraph("היא אמרה שלום.", "P1"),
      styles: styled("P1", '<style:paragraph-properties style:writing-mode="rl-tb"/>', "paragraph"),
    },
    rtf: "\\pard\\rtlpar\\qr\\rtlch\\u1492?\\u1497?\\u1488? \\u1488?\\u1502?\\u1512?\\u1492? \\u1513?\\u1500?\\u1493?\\u1501?.\\par",
    kept: (html) => /dir="(?:rtl|auto)"/.test(html),
  },
  {
    name: "ruby",
    docx: {
      body: p(
        `<w:r><w:ruby><w:rubyPr/><w:rt>${r("うみ")}</w:rt><w:rubyBase>${r("海")}</w:rubyBase></w:ruby></w:r>`,
      ),
    },
    odt: {
      body: odtParagraph(
        "<text:ruby><text:ruby-base>海</text:ruby-base><text:ruby-text>うみ</text:ruby-text></text:ruby>",
      ),
    },
    rtf: null,
    kept: (html) => /<ruby>海<rt>うみ<\/rt><\/ruby>/.test(html),
  },
  {
    name: "language of a passage",
    docx: { body: p(r("She said ") + r("buenas noches", '<w:lang w:val="es-ES"/>') + r(" and left.")) },
    odt: {
      body: odtParagraph(`She said ${span("buenas noches")} and left.`),
      styles: textStyle('fo:language="es" fo:country="ES"'),
    },
    rtf: null,
    kept: (html) => /lang="es/.test(html),
  },
  {
    name: "heading",
    docx: { body: p(r("Salt"), '<w:pStyle w:val="Heading2"/>') + p(r("It rained.")) },
    odt: { body: `<text:h text:outline-level="2">Salt</text:h>${odtParagraph("It rained.")}` },
    rtf: "{\\pard\\outlinelevel1\\b Salt\\par}\\pard It rained.\\par",
    kept: (html) => /<h[1-6][^>]*>(?:<strong>)?Salt/.test(html),
  },
];

const declaration = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const word = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
const office = "http://schemas.openxmlformats.org/officeDocument/2006";
const namespaces = `xmlns:w="${word}" xmlns:r="${office}/relationships" xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture"`;

export function docxOf(parts: DocxParts): Uint8Array<ArrayBuffer> {
  const named = {
    numbering: "numbering",
    footnotes: "footnotes",
    endnotes: "endnotes",
    comments: "comments",
  };
  const files: Record<string, Uint8Array> = {};
  const links: string[] = [
    `<Relationship Id="rIdStyles" Type="${office}/relationships/styles" Target="styles.xml"/>`,
  ];
  const types: string[] = [];
  for (const part of ["numbering", "footnotes", "endnotes", "comments"] as const) {
    const content = parts[part];
    if (content === undefined) continue;
    files[`word/${named[part]}.xml`] = strToU8(
      `${declaration}<w:${part} ${namespaces}>${content}</w:${part}>`,
    );
    links.push(`<Relationship Id="rId${part}" Type="${office}/relationships/${part}" Target="${part}.xml"/>`);
    types.push(
      `<Override PartName="/word/${part}.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.${part}+xml"/>`,
    );
  }
  if (parts.picture) {
    files["word/media/lamp.png"] = new Uint8Array(dot);
    links.push(
      `<Relationship Id="rIdPicture" Type="${office}/relationships/image" Target="media/lamp.png"/>`,
    );
  }
  return new Uint8Array(
    zipSync({
      "[Content_Types].xml": strToU8(
        `${declaration}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Default Extension="png" ContentType="image/png"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/><Override PartName="/word/styles.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.styles+xml"/>${types.join("")}</Types>`,
      ),
      "_rels/.rels": strToU8(
        `${declaration}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="${office}/relationships/officeDocument" Target="word/document.xml"/></Relationships>`,
      ),
      "word/_rels/document.xml.rels": strToU8(
        `${declaration}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${links.join("")}</Relationships>`,
      ),
      "word/styles.xml": strToU8(
        `${declaration}<w:styles ${namespaces}><w:docDefaults><w:rPrDefault><w:rPr><w:lang w:val="en-GB"/></w:rPr></w:rPrDefault></w:docDefaults><w:style w:type="character" w:styleId="Emphasis"><w:name w:val="Emphasis"/><w:rPr><w:i/></w:rPr></w:style><w:style w:type="paragraph" w:styleId="Heading2"><w:name w:val="heading 2"/><w:pPr><w:outlineLvl w:val="1"/></w:pPr></w:style></w:styles>`,
      ),
      ...files,
      "word/document.xml": strToU8(
        `${declaration}<w:document ${namespaces}><w:body>${parts.body}</w:body></w:document>`,
      ),
    }),
  );
}

const odf = "urn:oasis:names:tc:opendocument:xmlns";
const odfNamespaces = `xmlns:office="${odf}:office:1.0" xmlns:text="${odf}:text:1.0" xmlns:style="${odf}:style:1.0" xmlns:table="${odf}:table:1.0" xmlns:draw="${odf}:drawing:1.0" xmlns:fo="${odf}:xsl-fo-compatible:1.0" xmlns:svg="${odf}:svg-compatible:1.0" xmlns:xlink="http://www.w3.org/1999/xlink" xmlns:dc="http://purl.org/dc/elements/1.1/"`;

export function odtOf(parts: NonNullable<Construct["odt"]>): Uint8Array<ArrayBuffer> {
  return new Uint8Array(
    zipSync({
      mimetype: [strToU8("application/vnd.oasis.opendocument.text"), { level: 0 }],
      "META-INF/manifest.xml": strToU8(
        `${declaration}<manifest:manifest xmlns:manifest="${odf}:manifest:1.0"><manifest:file-entry manifest:full-path="/" manifest:media-type="application/vnd.oasis.opendocument.text"/><manifest:file-entry manifest:full-path="content.xml" manifest:media-type="text/xml"/></manifest:manifest>`,
      ),
      "styles.xml": strToU8(
        `${declaration}<office:document-styles ${odfNamespaces}><office:styles><style:default-style style:family="paragraph"><style:text-properties fo:language="en" fo:country="GB"/></style:default-style></office:styles></office:document-styles>`,
      ),
      ...parts.files,
      "content.xml": strToU8(
        `${declaration}<office:document-content ${odfNamespaces}><office:automatic-styles>${parts.styles ?? ""}</office:automatic-styles><office:body><office:text>${parts.body}</office:text></office:body></office:document-content>`,
      ),
    }),
  );
}

export function rtfOf(body: string): Uint8Array<ArrayBuffer> {
  return new Uint8Array(
    Buffer.from(
      `{\\rtf1\\ansi\\ansicpg1252\\deff0\\uc1{\\fonttbl{\\f0 Times;}}{\\*\\revtbl{Unknown;}{Somebody;}}${body}}`,
      "latin1",
    ),
  );
}

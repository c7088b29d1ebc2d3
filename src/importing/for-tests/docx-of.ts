import { zipSync } from "fflate";

/** The parts of a little Word document, each the inside of its root element. */
export interface DocxParts {
  styles?: string;
  numbering?: string;
  footnotes?: string;
  endnotes?: string;
  comments?: string;
  /** The properties of the file (core.xml, app.xml). */
  core?: string;
  app?: string;
  /** Further relationships of the document: id, and where it leads. */
  links?: Record<string, string>;
  /** Pictures: relationship id, and bytes. */
  pictures?: Record<string, Uint8Array>;
  /** The address of the main namespace, for strict documents. */
  namespace?: string;
}

const office = "http://schemas.openxmlformats.org/officeDocument/2006";
const word = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
const declared = [
  `xmlns:r="${office}/relationships"`,
  `xmlns:m="${office}/math"`,
  'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"',
  'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"',
  'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"',
  'xmlns:adec="http://schemas.microsoft.com/office/drawing/2017/decorative"',
  'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"',
  'xmlns:v="urn:schemas-microsoft-com:vml"',
  'xmlns:o="urn:schemas-microsoft-com:office:office"',
].join(" ");

/** A Word document with this inside its `w:body`, made of nothing but what it needs. */
export function docxOf(body: string, parts: DocxParts = {}): Uint8Array {
  const namespaces = `xmlns:w="${parts.namespace ?? word}" ${declared}`;
  const part = (name: string, inside: string) =>
    `<?xml version="1.0"?><w:${name} ${namespaces}>${inside}</w:${name}>`;
  const files: Record<string, string | Uint8Array> = {
    "[Content_Types].xml": '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>',
    "word/document.xml": part("document", `<w:body>${body}</w:body>`),
  };
  const own: string[] = [];
  for (const name of ["styles", "numbering", "footnotes", "endnotes", "comments"] as const) {
    const inside = parts[name];
    if (inside === undefined) continue;
    files[`word/${name}.xml`] = part(name, inside);
    own.push(relationship(name, name, `${name}.xml`));
  }
  for (const [id, address] of Object.entries(parts.links ?? {}))
    own.push(relationship(id, "hyperlink", address, ' TargetMode="External"'));
  for (const [id, bytes] of Object.entries(parts.pictures ?? {})) {
    files[`word/media/${id}`] = bytes;
    own.push(relationship(id, "image", `media/${id}`));
  }
  files["word/_rels/document.xml.rels"] = relationships(own);
  files["word/_rels/footnotes.xml.rels"] = relationships(own);
  files["_rels/.rels"] = relationships([
    relationship("d", "officeDocument", "word/document.xml"),
    relationship("c", "core-properties", "docProps/core.xml"),
    relationship("a", "extended-properties", "docProps/app.xml"),
  ]);
  if (parts.core) files["docProps/core.xml"] = core(parts.core);
  if (parts.app)
    files["docProps/app.xml"] = `<Properties xmlns="${office}/extended-properties">${parts.app}</Properties>`;
  return zipSync(
    Object.fromEntries(
      Object.entries(files).map(([name, content]) => [
        name,
        typeof content === "string" ? new TextEncoder().encode(content) : content,
      ]),
    ),
  );
}

/** A paragraph of runs; `properties` is the inside of its `w:pPr`. */
export function paragraph(runs: string, properties = ""): string {
  return `<w:p>${properties && `<w:pPr>${properties}</w:pPr>`}${runs}</w:p>`;
}

/** A run of words; `properties` is the inside of its `w:rPr`. */
export function run(words: string, properties = ""): string {
  return `<w:r>${properties && `<w:rPr>${properties}</w:rPr>`}<w:t xml:space="preserve">${words}</w:t></w:r>`;
}

/** A style; `properties` is the inside of it. */
export function style(id: string, name: string, properties = "", type = "paragraph"): string {
  return `<w:style w:type="${type}" w:styleId="${id}"><w:name w:val="${name}"/>${properties}</w:style>`;
}

function relationships(inside: string[]): string {
  const address = "http://schemas.openxmlformats.org/package/2006/relationships";
  return `<Relationships xmlns="${address}">${inside.join("")}</Relationships>`;
}

function relationship(id: string, type: string, target: string, more = ""): string {
  return `<Relationship Id="${id}" Type="${office}/relationships/${type}" Target="${target}"${more}/>`;
}

function core(inside: string): string {
  const properties = "http://schemas.openxmlformats.org/package/2006/metadata/core-properties";
  return `<cp:coreProperties xmlns:cp="${properties}" xmlns:dc="http://purl.org/dc/elements/1.1/">${inside}</cp:coreProperties>`;
}

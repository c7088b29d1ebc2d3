/** What a label in a header announces. */
export type LabelField =
  | "title"
  | "chapterTitle"
  | "author"
  | "co-author"
  | "artist"
  | "translator"
  | "beta"
  | "contact"
  | "fandom"
  | "pairing"
  | "characters"
  | "rating"
  | "warnings"
  | "genre"
  | "category"
  | "summary"
  | "disclaimer"
  | "permission"
  | "feedback"
  | "part"
  | "status"
  | "words"
  | "dedication"
  | "gift"
  | "thanks"
  | "notes"
  | "conventions"
  | "language"
  /** Known, but Pressie has no field for it: kept word for word, with its label, in the notes. */
  | "other";

/**
 * Labels by what they announce, in the languages stories are found in. All lower case; matched without regard to
 * case. `strong` ones hardly ever begin a line of a story; `weak` ones do (`Note: bring salt.`), and count only
 * among others.
 */
const labels: { field: LabelField; strong: string; weak?: string }[] = [
  {
    field: "title",
    strong: `title|story title|fic title|title/part|название|titre|título|titolo|tytuł|titel|标题|題目|题目|標題|タイトル`,
    weak: "story|fic|name|work",
  },
  { field: "chapterTitle", strong: "chapter title|title of chapter|kapiteltitel" },
  {
    field: "author",
    strong: `author|authors|author(s)|written by|penname|pen name|автор|autor|autorin|autor(in)|autora|autor(a)|auteur|auteure|autore|autrice|作者`,
    weak: "by|writer|from|maker|vidder",
  },
  { field: "co-author", strong: "co-author|co-author(s)|co-authors|coauthor|co-written by" },
  { field: "artist", strong: "artist|art by|cover by", weak: "banner|art" },
  { field: "translator", strong: "translator|translated by|переводчик|traduction|übersetzung|übersetzer" },
  {
    field: "beta",
    strong: `beta|betas|beta reader|beta readers|beta-reader|betareader|beta'd by|beta’d by|betaed by|beta by|proofread by|proof-reader|britpick|brit-pick|britpicker|бета|беты|бета(ы)|bêta|beteado por|betaleser|betaleserin`,
  },
  {
    field: "contact",
    strong: "e-mail|email|e-mail address|email address|author's page|author’s page|homepage|addy|aim",
    weak: "contact|website|url|lj",
  },
  {
    field: "fandom",
    strong: `fandom|fandoms|fandom(s)|crossover|x-over|фандом|фэндом|фандомы`,
    weak: "show|universe|canon|source",
  },
  {
    field: "pairing",
    strong: `pairing|pairings|pairing(s)|pairing/characters|ship|ships|shipper|пейринг|пэйринг|pareja|parejas|casal|shipper|coppia|配对|配對|cp|カップリング|couple|couples|relationship|relationships|relationship(s)|ship(s)|couple(s)`,
    weak: "codes|ust",
  },
  {
    field: "characters",
    strong: `character|characters|character(s)|main characters|main character|персонажи|personajes|personnages|personaggi`,
    weak: "cast|featuring|focus|pov",
  },
  {
    field: "rating",
    strong: `rating|ratings|content/rating|rating/contents|рейтинг|altersfreigabe|clasificación|classificação|classification d'âge|分级|分級`,
    weak: "rated|age",
  },
  {
    field: "warnings",
    strong: `warning|warnings|warning(s)|archive warning|archive warnings|content warning|content warnings|trigger warning|trigger warnings|triggers|content level|squicks|предупреждения|предупреждение|warnung|warnungen|avertissement|avertissements|advertencia|advertencias|avisos|avvertimenti|ostrzeżenia|警告|避雷|预警|預警|注意`,
    weak: "blackout|contains|tw|cw|caution|violence",
  },
  {
    field: "genre",
    strong: `genre|genres|genre(s)|additional tag|additional tags|classification|keywords|жанр|жанры|жанр(ы)|genere`,
    weak: "type|style|format",
  },
  { field: "category", strong: "categories", weak: "category" },
  {
    field: "summary",
    strong: `summary|synopsis|teaser|blurb|in brief|описание|саммари|inhalt|zusammenfassung|résumé|resumen|sinopse|resumo|riassunto|streszczenie|摘要|简介|簡介|あらすじ|キャプション|inhalt/zusammenfassung|sinopse/resumo|riassunto/introduzione`,
    weak: "description|abstract|introduzione",
  },
  {
    field: "disclaimer",
    strong: `disclaimer|disclaimers|disclaimer(s)|disclaimed|standard disclaimer|standard disclaimers|legal|legalese|legal stuff|not mine|дисклеймер|descargo|declaimer|声明|聲明`,
    weak: "ownership|copyright",
  },
  {
    field: "permission",
    strong:
      "archive|archiving|archival|distribution|permission to archive|archive permission|circuit archive|размещение|archivierung",
    weak: "permission|post to|dna",
  },
  { field: "feedback", strong: "feedback|send feedback to|concrit|r&r|c&c", weak: "flames|reviews|comments" },
  { field: "part", strong: "chapter|chapters|kapitel|chapitre|capítulo|capitolo|глава", weak: "part|chap" },
  { field: "status", strong: "status|статус", weak: "complete|completed|finished|wip" },
  { field: "words", strong: "word count|wordcount|words|размер", weak: "length|size" },
  {
    field: "dedication",
    strong: "dedication|dedicated to|dedications|посвящение|widmung|dédicace|dedicatoria",
    weak: "happy birthday",
  },
  { field: "gift", strong: "gift for|recipient|giftee|written for|gift to", weak: "for" },
  { field: "thanks", strong: "acknowledgements|acknowledgments|thanks to|credits|credit", weak: "thanks" },
  {
    field: "notes",
    strong: `a/n|an|n/a|author's note|author's notes|author's note(s)|author’s note|author’s notes|authors note|authors notes|author note|author notes|authors' note|warnings/notes|notes/warnings|примечания|примечание|от автора|anmerkung|anmerkungen|anmerkung(en)|note(s) de l'auteur|notas (n/a)|note de l'auteur|notes de l'auteur|note de l’auteur|notes de l’auteur|nda|notas del autor|notas de la autora|notas do autor|notas da autora|note dell'autore|note dell'autrice|备注|備註|notes`,
    weak: "note|notas|rambling|ramblings|note(s)",
  },
  { field: "language", strong: "story language|язык", weak: "language|sprache|langue|idioma|lingua" },
  { field: "conventions", strong: "conventions|conventions used", weak: "key|legend" },
  {
    field: "other",
    strong: `spoilers|spoiler|spoiler warning|spoilers/timeline|time frame|timeframe|timeline|sequel|sequel to|prequel|series/sequel|date posted|first published|challenge|prompter|requested by|running time|soundtrack|категория|posted on|continuity|season/sequel info|正文`,
    weak: `season|episode|time|setting|set|takes place|year|series|part of|arc|verse|book|date|posted|written|started|submitted|revised|prompt|prompt #|translation|request|theme|exchange|community|bingo square|kink|lyrics|song|music|media used|original|original author|place`,
  },
];

/** What a label announces, and whether a line of a story could begin with it. */
export interface KnownLabel {
  field: LabelField;
  strong: boolean;
}

const byLabel = new Map<string, KnownLabel>();
for (const { field, strong, weak } of labels) {
  for (const label of strong.split("|")) byLabel.set(label, { field, strong: true });
  for (const label of weak?.split("|") ?? []) byLabel.set(label, { field, strong: false });
}

/** The longest label, in characters: no more of a line needs to be looked at. */
export const longestLabel = Math.max(...[...byLabel.keys()].map((label) => label.length));

export function knownLabel(words: string): KnownLabel | null {
  const plain = words.toLowerCase().replace(/\s+/gu, " ").replaceAll("’", "'").trim();
  return (
    byLabel.get(plain) ?? byLabel.get(plain.replace(/^(a\/n|(?:author's )?notes?) ?#?\d$/u, "$1")) ?? null
  );
}

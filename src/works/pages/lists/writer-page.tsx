import type { Child } from "hono/jsx";
import { PseudIcon } from "../../../people/pseud-icon.tsx";
import type { PseudIcon as Icon } from "../../../people/pseud-icons.ts";
import type { Pseud } from "../../../people/pseuds.ts";
import { Form, HiddenField, SubmitButton, TextField } from "../../../ui/form.ts";
import { Layout } from "../../../ui/layout.tsx";
import type { Page } from "../../../ui/page.ts";
import { urls } from "../../../vocabulary/urls.ts";
import { roleName } from "../../credits/role-names.ts";
import type { ReadManner } from "../../read-works.ts";
import { Note } from "../../story.tsx";
import { summaryText } from "../../summary-text.ts";
import type { WorkCard } from "../../work.ts";
import type { WorkListPage } from "../../work-lists.ts";
import { CountOfWorks, WorkList } from "./work-list.tsx";

/** `language` is the archive's: what writers say about themselves carries none of its own. */
export function WriterPage(props: {
  page: Page;
  pseud: Pseud;
  icon: Icon | undefined;
  language: string;
  list: WorkListPage;
  readManner: ReadManner | null;
  /** What other rooms have of this name. */
  more: Child;
  follow: Child;
}) {
  const { page, pseud, icon, list } = props;
  const urlOf = (number: number) => urls.writer(pseud.id, number);
  return (
    <Layout
      page={page}
      title={pseud.name}
      description={summaryText(pseud.about)}
      canonical={urlOf(list.page)}
      feed={{
        title: page.t("New stories by {name}", { name: pseud.name }),
        atom: urls.worksFeed(`writer=${pseud.id}`),
        json: urls.worksJsonFeed(`writer=${pseud.id}`),
      }}
    >
      <header class="page-head">
        <p class="quiet small">{page.t("Writer")}</p>
        <h1 dir="auto">{pseud.name}</h1>
        {icon && <PseudIcon icon={icon} />}
        {pseud.about !== "" && <Note html={pseud.about} language={props.language} />}
        <CountOfWorks page={page} list={list} />
        {page.person.signedIn && (
          <p class="small">
            <a href={urls.keepAway(pseud.id)}>{page.t("Mute or block")}</a>
          </p>
        )}
      </header>
      {props.follow}
      {list.count + list.folded > 0 && <SearchByWriter page={page} pseud={pseud} />}
      <WorkList
        page={page}
        list={list}
        urlOf={urlOf}
        readManner={props.readManner}
        remark={(work) => <Role page={page} pseud={pseud} work={work} />}
      />
      {list.page === 1 && props.more}
    </Layout>
  );
}

/** In which role somebody stands on a work that they did not write. */
function Role({ page, pseud, work }: { page: Page; pseud: Pseud; work: WorkCard }) {
  const { t } = page;
  const roles = work.creators.filter(({ pseudId }) => pseudId === pseud.id).map(({ role }) => role);
  if (roles.includes("author")) return null;
  const words = [...new Set(roles)].map((role) => roleName(t, role));
  return (
    <p class="quiet small">
      {t("Here as {roles}", {
        roles: new Intl.ListFormat(page.locale, { type: "conjunction" }).format(words),
      })}
    </p>
  );
}

/** Asks for words in all stories of one writer, on the page where one finds by anything else too. */
function SearchByWriter({ page, pseud }: { page: Page; pseud: Pseud }) {
  const { t } = page;
  return (
    <Form
      page={page}
      action={urls.works()}
      method="get"
      class="find-box"
      label={t("Search in the stories of this writer")}
    >
      <HiddenField name="writer" value={pseud.id} />
      <TextField
        page={page}
        name="text"
        label={t("Words or a “phrase” in the stories of this writer")}
        type="search"
        autocomplete="off"
        spellcheck={false}
      />
      <SubmitButton kind="quiet">{t("Search")}</SubmitButton>
    </Form>
  );
}

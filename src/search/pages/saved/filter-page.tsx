import type { Child } from "hono/jsx";
import { FeedAddresses } from "../../../ui/feed-links.tsx";
import {
  ErrorSummary,
  type FieldErrors,
  Form,
  FormButtons,
  SubmitButton,
  TextField,
} from "../../../ui/form.ts";
import { Layout } from "../../../ui/layout.tsx";
import type { Page } from "../../../ui/page.ts";
import { Sentence } from "../../../ui/sentence.tsx";
import { urls } from "../../../vocabulary/urls.ts";
import type { SavedFilter } from "../../saved/saved-filter.ts";
import type { ToldFilter } from "../../saved/tell-saved.ts";
import { SentenceOfFilter } from "../sentence-of-filter.tsx";
import { FandomChoice, type NamedFandom } from "./fandom-choice.tsx";
import { LeftOutOfFilter } from "./left-out-of-filter.tsx";

/** One kept filter: its name, its fandom and its feed. */
export function FilterPage(props: {
  page: Page;
  saved: SavedFilter;
  told: ToldFilter;
  fandoms: NamedFandom[];
  typed: { name: string; fandom: string };
  errors: FieldErrors;
  /** The archive's address, without a slash at the end. */
  address: string;
  follow: Child;
}) {
  const { page, saved, told, typed, errors } = props;
  const { t } = page;
  const feed = {
    atom: props.address + urls.savedFilterFeed(saved.feedKey),
    json: props.address + urls.savedFilterJsonFeed(saved.feedKey),
  };
  return (
    <Layout
      page={page}
      title={saved.name}
      feed={{ title: saved.name, ...feed, isShown: true }}
      kind="form"
      noindex
    >
      <header class="page-head">
        <p class="quiet small">
          <a href={urls.savedFilters()}>{t("My filters")}</a>
        </p>
        <h1 dir="auto">{saved.name}</h1>
        <p class="lead">
          <SentenceOfFilter page={page} filter={told.known} names={told.names} />
        </p>
        <LeftOutOfFilter page={page} told={told} />
        <p>
          <Sentence
            page={page}
            says="To ask for something else, {open}, change the list, and save it in place of this one."
            parts={{ open: <a href={urls.works(saved.query)}>{t("open it")}</a> }}
          />
        </p>
      </header>
      <ErrorSummary page={page} errors={errors} />
      <Form page={page} action={urls.savedFilter(saved.id)} label={saved.name}>
        <TextField
          page={page}
          name="name"
          label={t("Name")}
          value={typed.name}
          autocomplete="off"
          error={errors.name}
          required
        />
        <FandomChoice page={page} fandoms={props.fandoms} chosen={typed.fandom} />
        <FormButtons>
          <SubmitButton>{t("Save the changes")}</SubmitButton>
          <a href={urls.savedFilterRemoval(saved.id)}>{t("Remove this filter")}</a>
        </FormButtons>
      </Form>
      {props.follow}
      <section aria-labelledby="feed">
        <h2 id="feed">{t("Its feed")}</h2>
        <p>
          {t(
            "Give this address to your feed reader. It tells what you may see, stories for members too, to whoever has it: keep it to yourself.",
          )}
        </p>
        <FeedAddresses page={page} feed={feed} />
        <Form
          page={page}
          action={urls.savedFilterFeedKey(saved.id)}
          narrow
          label={t("A new address for the feed")}
        >
          <p class="hint">
            {t("Somebody else has it? Give the feed a new address, and the old one leads nowhere at once.")}
          </p>
          <SubmitButton kind="quiet">{t("Give the feed a new address")}</SubmitButton>
        </Form>
      </section>
    </Layout>
  );
}

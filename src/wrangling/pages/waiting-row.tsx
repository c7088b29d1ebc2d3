import { Day } from "../../ui/day.tsx";
import { HiddenField } from "../../ui/form.ts";
import type { Page } from "../../ui/page.ts";
import { Sentence } from "../../ui/sentence.tsx";
import { urls } from "../../vocabulary/urls.ts";
import type { WaitingTag } from "../queue.ts";
import type { Suggestion } from "../suggest-meanings.ts";
import { seenMark } from "../tag-catalogue.ts";
import { reasonSentence } from "./reason-sentence.ts";
import { worksSentence } from "./works-sentence.ts";

/** A tag that waits: what it is, what it may mean, and what to do about it, each in one press. */
export function WaitingRow(props: { page: Page; row: WaitingTag; kindName: string; ticked: boolean }) {
  const { page, row, kindName } = props;
  const { t } = page;
  const { id } = row.tag;
  const field = `tag-${id}`;
  return (
    <li
      class="wrangle-row"
      id={`row-${id}`}
      data-tag={id}
      data-kind={row.tag.kindId}
      tabindex={-1}
      aria-labelledby={`${field}-name`}
    >
      <HiddenField name={`seen-${id}`} value={seenMark(row.tag)} />
      <div class="wrangle-name">
        <input type="checkbox" id={field} name="tag" value={id} checked={props.ticked} />
        <label for={field} id={`${field}-name`} dir="auto">
          {row.name}
        </label>
      </div>
      <ul class="facts-line">
        <li>{kindName}</li>
        <li>{worksSentence(t, row.works)}</li>
        {row.fandoms.map((fandom) => (
          <li>
            <Sentence page={page} says="in {fandom}" parts={{ fandom: <bdi>{fandom.name}</bdi> }} />
          </li>
        ))}
        <li>
          <Sentence
            page={page}
            says="since {day}"
            parts={{ day: <Day page={page} at={row.tag.createdAt} /> }}
          />
        </li>
      </ul>
      {row.suggestions.length > 0 && (
        <ol class="wrangle-suggestions">
          {row.suggestions.map((suggestion) => (
            <SuggestionLine page={page} tagId={id} suggestion={suggestion} />
          ))}
        </ol>
      )}
      <ul class="actions">
        <li>
          <button class="link-button" type="submit" name="press" value={`canonical ${id}`} data-key="c">
            {t("Make canonical")}
          </button>
        </li>
        <li>
          <button class="link-button" type="submit" name="press" value={`settle ${id}`} data-key="s">
            {t("Leave as it is")}
          </button>
        </li>
        <li>
          <a href={urls.wrangledTag(id)} data-key="o">
            {t("More about it")}
          </a>
        </li>
      </ul>
    </li>
  );
}

function SuggestionLine(props: { page: Page; tagId: string; suggestion: Suggestion }) {
  const { page, tagId, suggestion } = props;
  const { t } = page;
  const name = suggestion.target.name;
  return (
    <li>
      <button
        class="button"
        type="submit"
        name="press"
        value={`${suggestion.act} ${tagId} ${suggestion.target.id}`}
        data-suggestion
      >
        {suggestion.act === "merge" ? t("Merge into {name}", { name }) : t("Put under {name}", { name })}
      </button>{" "}
      <span class="quiet">
        {reasonSentence(t, suggestion)}
        {!suggestion.target.canonical && ` · ${t("new itself")}`}
      </span>
    </li>
  );
}

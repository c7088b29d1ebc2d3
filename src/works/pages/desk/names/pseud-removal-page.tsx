import type { Pseud } from "../../../../people/pseuds.ts";
import { Form, FormButtons, RadioGroup, SubmitButton } from "../../../../ui/form.ts";
import { Layout } from "../../../../ui/layout.tsx";
import type { Page } from "../../../../ui/page.ts";
import { urls } from "../../../../vocabulary/urls.ts";
import type { PseudKept } from "../../../credits/remove-pseud.ts";
import type { WorkUnderName } from "../../../credits/works-under.ts";
import { workTitle } from "../titles.ts";

type Props = {
  page: Page;
  pseud: Pseud;
  /** The member's other names. */
  others: Pseud[];
  works: WorkUnderName[];
  /** Why it was not done. */
  kept: PseudKept | null;
};

/** Says what becomes of works, gifts and talk when a name is given up, before it is. */
export function PseudRemovalPage(props: Props) {
  const { page, pseud, others, works, kept } = props;
  const { t } = page;
  const title = t("Give the name {name} up?", { name: pseud.name });
  const [first] = others;
  return (
    <Layout page={page} title={title} kind="form" noindex>
      <h1 dir="auto">{title}</h1>
      {!first || kept === "the only one" ? (
        <p>{t("It is your only name, so it stays: a work must be by somebody. Nothing was changed.")}</p>
      ) : kept === "helps under it" ? (
        <p>
          {t("The owner asked you to help under this name, so it stays while you do. Nothing was changed.")}
        </p>
      ) : (
        <>
          <p>
            {t(
              "Its page, its picture and its text are gone at once, and somebody else may take the name. What you said under works stays, without a name. Where others wrote the name down, as for a gift, it stays as they wrote it and leads nowhere.",
            )}
          </p>
          <Form page={page} action={urls.pseudRemoval(pseud.id)}>
            {works.length > 0 && (
              <>
                <Works {...props} />
                <RadioGroup
                  page={page}
                  name="to"
                  label={t("The name that takes its place on them")}
                  hint={t(
                    "Whoever knew these works can tell that both names are yours. Copies readers carried away keep the old name.",
                  )}
                  value={first.id}
                  choices={others.map(({ id, name }) => ({ value: id, label: name }))}
                />
              </>
            )}
            <FormButtons>
              <SubmitButton kind="grave">{t("Give this name up")}</SubmitButton>
              <a href={urls.accountPseud(pseud.id)}>{t("Keep it")}</a>
            </FormButtons>
          </Form>
        </>
      )}
      {(!first || kept !== null) && (
        <p class="actions">
          <a href={urls.accountPseud(pseud.id)}>{t("Back to the name")}</a>
        </p>
      )}
    </Layout>
  );
}

function Works({ page, works }: Props) {
  const { t } = page;
  return (
    <section aria-labelledby="works">
      <h2 id="works">
        {t("{count, plural, one {# work stands} other {# works stand}} under it", { count: works.length })}
      </h2>
      <ul>
        {works.map((work) => (
          <li lang={work.language} dir="auto">
            {workTitle(t, work)}
          </li>
        ))}
      </ul>
    </section>
  );
}

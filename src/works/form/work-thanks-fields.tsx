import { TextField } from "../../ui/form.ts";
import { FormFold } from "../form-fold.tsx";
import { creditLabel, workLabels } from "../work-labels.ts";
import { creditRoles, workFieldNames as names } from "../work-values.ts";
import { hintOf, type WorkFormProps } from "./work-form-props.ts";
import { askedSentence } from "./work-names-fields.tsx";
import { isNoteInUse, WorkNoteField } from "./work-note-field.tsx";

/** For whom a work was made, and who helped. */
export function WorkThanksFields(props: WorkFormProps) {
  const { page, values, errors } = props;
  const { t } = page;
  const given = values.gifts.filter(({ name, addressedAs }) => name !== "" || addressedAs !== "");
  const credited = creditRoles.some(
    (role) => values.credits[role] !== "" || errors[names.credit(role)] !== undefined,
  );
  return (
    <FormFold
      title={t("Gift, dedication and thanks")}
      open={given.length > 0 || credited || isNoteInUse(props, "dedication")}
    >
      <GiftFields {...props} />
      <WorkNoteField {...props} field="dedication" hint={t("Shown word for word under the title.")} />
      {creditRoles.map((role, index) => (
        <TextField
          page={page}
          name={names.credit(role)}
          label={creditLabel(t, role)}
          hint={hintOf(
            props,
            names.credit(role),
            [
              index === 0 &&
                t(
                  "Names with commas between them. Whoever has that name here is asked first; others need no account.",
                ),
              askedSentence(props, role),
            ]
              .filter(Boolean)
              .join(" "),
          )}
          value={values.credits[role]}
          autocomplete="off"
          error={errors[names.credit(role)]}
        />
      ))}
    </FormFold>
  );
}

/** One row for each gift, and always a spare one: saving brings the next. */
function GiftFields(props: WorkFormProps) {
  const { page, values, errors } = props;
  const { t } = page;
  const labels = workLabels(t);
  const lastInUse = values.gifts.findLastIndex(({ name, addressedAs }) => name !== "" || addressedAs !== "");
  const rows = [...values.gifts.slice(0, lastInUse + 1), { name: "", addressedAs: "" }];
  return (
    <>
      {rows.map(({ name, addressedAs }, row) => (
        <div class="field-row">
          <TextField
            page={page}
            name={names.giftName(row)}
            label={row === 0 ? labels.giftName : t("A gift for ({number})", { number: row + 1 })}
            hint={hintOf(props, names.giftName(row))}
            value={name}
            autocomplete="off"
            error={errors[names.giftName(row)]}
          />
          <TextField
            page={page}
            name={names.giftCalled(row)}
            label={
              row === 0 ? labels.giftCalled : t("Called, in the dedication ({number})", { number: row + 1 })
            }
            value={addressedAs}
            autocomplete="off"
            error={errors[names.giftCalled(row)]}
          />
        </div>
      ))}
      <p class="hint">{t("For several people, save: each time there is one more empty row.")}</p>
    </>
  );
}

/** What a writer's form does once it is saved, by the button that sent it; without one the form is shown again. */
export const afterwards = {
  name: "afterwards",
  preview: "preview",
  publish: "publish",
  /** Nothing is saved: what was typed is put aside, and the form shows what stands. */
  leave: "leave",
};

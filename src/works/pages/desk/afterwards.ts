/** What a writer's form does once it is saved, by the button that sent it; without one the form is shown again. */
export const afterwards = { name: "afterwards", preview: "preview", publish: "publish" };

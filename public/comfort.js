// Shows a choice of type and colours at once, on the page where it is made. Without it the form has a button for that.

const form = document.querySelector(".comfort-form");
const sample = document.querySelector(".comfort-sample");

if (form && sample) {
  const plain = JSON.parse(sample.dataset.plain);
  const { dataset } = document.documentElement;
  const wear = () => {
    for (const [part, value] of Object.entries(plain)) {
      const chosen = form.elements[part]?.value ?? value;
      if (chosen === value) delete dataset[part];
      else dataset[part] = chosen;
    }
  };
  form.querySelector("[value='look']").remove();
  form.addEventListener("change", wear);
  // Going back to this page, a browser puts the fields back without telling.
  window.addEventListener("pageshow", wear);
}

// Puts chapters in order by dragging. The numbers and the buttons do the same without it, and for the keyboard.

for (const list of document.querySelectorAll("[data-order-form]")) letDrag(list);

function letDrag(list) {
  const { orderForm, dragLabel, dragPlace } = list.dataset;
  const form = document.getElementById(orderForm);
  const fieldOf = (row) => row.querySelector("input.place");
  const rows = () => [...list.children];
  if (!form || rows().length < 2) return;

  const heard = document.createElement("p");
  heard.className = "visually-hidden";
  heard.setAttribute("role", "status");
  list.after(heard);
  const say = (row) => {
    heard.textContent = dragPlace.replace("%", String(rows().indexOf(row) + 1));
  };

  for (const row of rows()) {
    const handle = document.createElement("span");
    handle.className = "drag-handle";
    // The keyboard and the ear have the buttons "Up" and "Down" and the number.
    handle.setAttribute("aria-hidden", "true");
    handle.textContent = dragLabel;
    fieldOf(row).after(handle);
    handle.addEventListener("pointerdown", (event) => {
      if (event.button === 0) drag(row, handle, event);
    });
  }

  /* What was moved is found again when the page comes back: the focus stays with it, and its place is said. */
  const key = `moved:${location.pathname}`;
  const remember = (row, way) => sessionStorage.setItem(key, JSON.stringify({ row: row.id, way }));
  const wayOf = (button) => button.form.elements.move?.value;
  list.addEventListener("submit", ({ target, submitter }) => {
    const row = target.closest("li");
    if (row && wayOf(submitter)) remember(row, wayOf(submitter));
  });
  try {
    const moved = JSON.parse(sessionStorage.getItem(key));
    sessionStorage.removeItem(key);
    const row = moved && document.getElementById(moved.row);
    if (row) {
      const buttons = [...row.querySelectorAll("form button")].filter(wayOf);
      const next = buttons.find((button) => wayOf(button) === moved.way) ?? buttons[0];
      // Once the page stands: going to the row in the address takes the focus away, and what is there from the
      // beginning is not read out.
      const settle = () =>
        setTimeout(() => {
          if (moved.way) next?.focus();
          say(row);
        }, 100);
      if (document.readyState === "complete") settle();
      else addEventListener("load", settle);
    }
  } catch {
    sessionStorage.removeItem(key);
  }

  function drag(row, handle, { pointerId }) {
    const before = rows();
    let last = null;
    let pull = 0;
    row.classList.add("dragged");
    handle.setPointerCapture(pointerId);

    const follow = (y) => {
      const others = rows().filter((other) => other !== row);
      const next = others.find((other) => {
        const { top, height } = other.getBoundingClientRect();
        return y < top + height / 2;
      });
      if ((next ?? null) === row.nextElementSibling) return;
      list.insertBefore(row, next ?? null);
      // Moving an element lets go of the pointer.
      handle.setPointerCapture(pointerId);
      say(row);
    };
    // A long list moves along when one comes to the edge of the window.
    const edge = 60;
    const move = () => {
      if (last !== null) {
        const step = last < edge ? last - edge : last > innerHeight - edge ? last - innerHeight + edge : 0;
        if (step !== 0) {
          scrollBy(0, step / 4);
          follow(last);
        }
      }
      pull = requestAnimationFrame(move);
    };
    pull = requestAnimationFrame(move);

    const onMove = ({ clientY }) => {
      last = clientY;
      follow(clientY);
    };
    const stop = () => {
      cancelAnimationFrame(pull);
      row.classList.remove("dragged");
      handle.removeEventListener("pointermove", onMove);
      handle.removeEventListener("pointerup", onDrop);
      handle.removeEventListener("pointercancel", onCancel);
      removeEventListener("keydown", onKey);
    };
    const putBack = () => {
      stop();
      list.append(...before);
      heard.textContent = "";
    };
    const onDrop = () => {
      stop();
      const order = rows();
      if (order.every((one, index) => one === before[index])) return;
      for (const [index, one] of order.entries()) fieldOf(one).value = String(index + 1);
      remember(row, null);
      form.requestSubmit();
    };
    const onCancel = () => putBack();
    const onKey = ({ key }) => {
      if (key === "Escape") putBack();
    };
    handle.addEventListener("pointermove", onMove);
    handle.addEventListener("pointerup", onDrop);
    handle.addEventListener("pointercancel", onCancel);
    addEventListener("keydown", onKey);
  }
}

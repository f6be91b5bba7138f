// Makes two things easier; every page works the same without it.

// "None of these" and "Not sure" clear each other and, for "Not sure", nothing else:
// something ticked together with "Not sure" means "this, and perhaps more".
for (const list of document.querySelectorAll("[data-several]")) {
  const alone = [...list.querySelectorAll("[data-alone]")];
  for (const box of alone) {
    box.addEventListener("change", () => {
      if (!box.checked) return;
      for (const other of alone) if (other !== box) other.checked = false;
    });
  }
}

// A number typed takes the tick from "Not sure", and the other way round.
const notSure = document.querySelector(".span ~ .choice input");
const number = document.querySelector(".span .number");
if (notSure && number) {
  number.addEventListener("input", () => { notSure.checked = false; });
  notSure.addEventListener("change", () => { if (notSure.checked) number.value = ""; });
}

// What went wrong is read first.
document.querySelector(".errors")?.focus();

import type { Fields } from "./plan";

type Control = HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement;

/** What the form holds now, or (`asLoaded`) as the portal sent it. Hidden inputs count only with `data-autosave`. */
export function readForm(form: HTMLFormElement, asLoaded = false): Fields {
  const fields: Fields = {};
  for (const control of controlsOf(form)) {
    const value = asLoaded ? loadedValue(control) : currentValue(control);
    if (value === null) continue;
    fields[control.name] = [...(fields[control.name] ?? []), value];
  }
  return fields;
}

/** Before filling, a list whose rows come and go hears `autosave:fill` on the form and may lay out its rows. */
export async function fillForm(form: HTMLFormElement, fields: Fields) {
  form.dispatchEvent(new CustomEvent("autosave:fill", { detail: fields }));
  await new Promise((resolve) => setTimeout(resolve));
  const turn = new Map<string, number>();
  for (const control of controlsOf(form)) {
    const values = fields[control.name];
    if (!values) continue;
    const index = turn.get(control.name) ?? 0;
    turn.set(control.name, index + 1);
    setValue(control, values, index);
  }
}

export function labelOf(form: HTMLFormElement, name: string): string {
  const control = controlsOf(form).find((one) => one.name === name);
  const label = control?.labels?.[0];
  return label?.querySelector("[data-label]")?.textContent ?? label?.textContent ?? name;
}

/** A value in the words that the form shows for it. */
export function wordsOf(form: HTMLFormElement, name: string, value: string): string {
  const control = controlsOf(form).find((one) => one.name === name);
  const option = control instanceof HTMLSelectElement && [...control.options].find((one) => one.value === value);
  return option ? option.text : value;
}

export const isText = (form: HTMLFormElement, name: string): boolean =>
  controlsOf(form).some((control) => control.name === name && control instanceof HTMLTextAreaElement);

function controlsOf(form: HTMLFormElement): Control[] {
  return [...form.elements].filter((control): control is Control => {
    if (control instanceof HTMLTextAreaElement || control instanceof HTMLSelectElement) return control.name !== "";
    if (!(control instanceof HTMLInputElement) || !control.name) return false;
    if (control.type === "hidden") return control.hasAttribute("data-autosave");
    return !["password", "file", "submit", "button", "reset"].includes(control.type);
  });
}

const isTick = (control: Control): control is HTMLInputElement =>
  control instanceof HTMLInputElement && (control.type === "checkbox" || control.type === "radio");

const currentValue = (control: Control) => (isTick(control) && !control.checked ? null : control.value);

function loadedValue(control: Control): string | null {
  if (isTick(control)) return control.defaultChecked ? control.value : null;
  if (!(control instanceof HTMLSelectElement)) return control.defaultValue;
  return ([...control.options].find((option) => option.defaultSelected) ?? control.options[0])?.value ?? "";
}

function setValue(control: Control, values: string[], index: number) {
  const before = currentValue(control);
  if (isTick(control)) control.checked = values.includes(control.value);
  else control.value = values[index] ?? "";
  if (currentValue(control) === before) return;
  for (const type of ["input", "change"]) control.dispatchEvent(new Event(type, { bubbles: true }));
}

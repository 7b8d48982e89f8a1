// Light, dark, or what the system says. Canvas does not follow CSS, so charts
// ask for the palette and draw again when it changes.
import { useEffect, useState } from "preact/hooks";
import { themes, type Theme } from "./router";

const stored = "pouwdem-theme";
const changed = "pouwdem:theme";

/** The theme chosen in this browser before. */
export function remembered(): Theme {
  try {
    return themes.find((t) => t === localStorage.getItem(stored)) ?? "auto";
  } catch {
    return "auto"; // storage is switched off
  }
}

export function apply(theme: Theme): void {
  document.documentElement.dataset["theme"] = theme;
  try {
    localStorage.setItem(stored, theme);
  } catch {
    // storage is switched off: the address still holds the theme
  }
  dispatchEvent(new Event(changed));
}

/** Colours as CSS computes them now, by custom property name without dashes. */
export type Palette = (name: string) => string;

function palette(): Palette {
  const probe = document.createElement("span");
  const cache = new Map<string, string>();
  return (name) => {
    const known = cache.get(name);
    if (known) return known;
    probe.style.color = `var(--${name})`;
    document.body.append(probe);
    const colour = getComputedStyle(probe).color;
    probe.remove();
    cache.set(name, colour);
    return colour;
  };
}

/** The palette; a new one after every change of theme. */
export function usePalette(): Palette {
  const [current, set] = useState<Palette>(() => palette());
  useEffect(() => {
    const read = () => set(() => palette());
    const system = matchMedia("(prefers-color-scheme: dark)");
    system.addEventListener("change", read);
    addEventListener(changed, read);
    return () => {
      system.removeEventListener("change", read);
      removeEventListener(changed, read);
    };
  }, []);
  return current;
}

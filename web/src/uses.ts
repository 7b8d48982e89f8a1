// What a megawatt can do, in the order in which it is always shown. The colour
// is a custom property of the same name; the letter stands in where there is no
// room for the word.

export const uses = ["mine", "infer", "grid", "reserve", "off"] as const;
export type Use = (typeof uses)[number];

const names: Record<Use, string> = {
  mine: "Mining",
  infer: "Inference",
  grid: "Grid work",
  reserve: "Reserve",
  off: "Off",
};

export function isUse(use: string): use is Use {
  return (uses as readonly string[]).includes(use);
}

export function useName(use: string): string {
  return isUse(use) ? names[use] : use;
}

export function useLetter(use: string): string {
  return useName(use).charAt(0).toUpperCase();
}

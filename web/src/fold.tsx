// A part of a panel that can be folded away: open where there is room, closed
// on a phone, and as the reader left it from then on.
import type { ComponentChildren } from "preact";
import { useState } from "preact/hooks";

interface FoldProps {
  title: string;
  count: number; // of what is inside, said beside the title
  open?: boolean; // even on a phone
  className?: string;
  children: ComponentChildren;
}

export function Fold({ title, count, open, className, children }: FoldProps) {
  const [first] = useState(() => open || matchMedia("(min-width: 52.01rem)").matches);
  return (
    <details class={`fold ${className ?? ""}`} open={first}>
      <summary>
        <h3>{title}</h3> <span class="soft small">{count}</span>
      </summary>
      {children}
    </details>
  );
}

// The few pictures of the navigation, drawn in the colour of the text.

const paths: Record<string, string> = {
  overview: "M3 13h7V3H3zM14 21h7V11h-7zM3 21h7v-4H3zM14 7h7V3h-7z",
  opportunities: "M4 19h16M6 15l4-5 4 3 5-8M19 9V5h-4",
  allocation: "M3 20V10l6-3 6 4 6-5v14zM3 15l6-2 6 3 6-3",
  roi: "M12 3v18M16.5 7.5C16 6 14 5 12 5c-2.500 0-4.500 1.200-4.500 3.300 0 4.700 9 2.300 9 7 0 2.200-2 3.700-4.500 3.700-2.300 0-4.300-1-4.800-2.800",
  market: "M5 20V9M5 6V4M12 20v-4M12 12V4M19 20v-9M19 8V4M3 9h4M10 16h4M17 11h4",
  dayahead: "M4 6h16v14H4zM4 10h16M8 3v4M16 3v4M8 14h3v3H8zM14 14h2",
  forecasts: "M3 17l5-5 3 3M11 15c3-6 6-8 10-10M11 15c4 0 7 0 10 2",
  grid: "M12 3L7 21M12 3l5 18M5 9h14M8.700 15h6.600M8.700 15L15.300 9M15.300 15L8.700 9",
  fleet: "M4 4h16v5H4zM4 9.500h16v5H4zM4 15h16v5H4zM7 6.500h.01M7 12h.01M7 17.500h.01M11 6.500h6M11 12h6M11 17.500h6",
  pools: "M12 3v7M12 10l-6 6M12 10l6 6M12 10v6M4 16h4v5H4zM10 16h4v5h-4zM16 16h4v5h-4z",
  tasks: "M4 5h4v4H4zM4 15h4v4H4zM11 7h9M11 17l2 2 4-5",
  training: "M6 7a2 2 0 1 0 .010 0M18 7a2 2 0 1 0 .010 0M12 17a2 2 0 1 0 .010 0M7.500 8.500L11 17M16.500 8.500L13 17M8 9h8",
  ledger: "M5 4h6v6H5zM13 14h6v6h-6zM8 10v7h5M11 7h5v7",
  certificates: "M6 3h12v9H6zM9 6h6M9 9h4M12 12v3M9 15h6l-1 6-2-2-2 2z",
  system: "M4 6h16M4 12h16M4 18h16M8 4v4M16 10v4M10 16v4",
  more: "M5 12h.01M12 12h.01M19 12h.01",
};

export function Icon({ name }: { name: string }) {
  return (
    <svg class="icon" viewBox="0 0 24 24" width="20" height="20" aria-hidden="true" focusable="false">
      <path d={paths[name] ?? ""} />
    </svg>
  );
}

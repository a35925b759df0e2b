/** Drawn for this interface on a grid of 24, stroke 1.8. */
export const paths = {
  map: 'M3 6l6-2.500 6 2.500 6-2.500v14.500l-6 2.500-6-2.500-6 2.500zM9 3.500v14.500M15 6v14.500',
  partners: 'M8.500 11a3.500 3.500 0 1 0 0-7 3.500 3.500 0 0 0 0 7zM2.500 20c0-3.500 2.500-6 6-6s6 2.500 6 6M16 5a3 3 0 0 1 0 6M17.500 14.500c2.500.5 4 2.500 4 5.500',
  introductions: 'M5 8a2.500 2.500 0 1 0 0-5 2.500 2.500 0 0 0 0 5zM19 21a2.500 2.500 0 1 0 0-5 2.500 2.500 0 0 0 0 5zM12 14.500a2.500 2.500 0 1 0 0-5 2.500 2.500 0 0 0 0 5zM6.800 7.200l3.400 3M13.800 13.800l3.400 3',
  coverage: 'M4 4h16v16H4zM4 9.300h16M4 14.700h16M9.300 4v16M14.700 4v16',
  activity: 'M12 21a9 9 0 1 0-9-9M3 6v6h6M12 7v5l3.500 2',
  manage: 'M8 4.500H5V21h14V4.500h-3M8 3h8v3.500H8zM8.500 13.500l2.500 2.500 4.500-5',
  account: 'M12 12a4 4 0 1 0 0-8 4 4 0 0 0 0 8zM4.500 20.500c.5-4 3.500-6 7.500-6s7 2 7.500 6',
  leave: 'M14 4h6v16h-6M10 8l-4 4 4 4M6 12h10',
  search: 'M10.500 18a7.500 7.500 0 1 0 0-15 7.500 7.500 0 0 0 0 15zM16 16l5 5',
  close: 'M5 5l14 14M19 5L5 19',
  back: 'M10 5l-7 7 7 7M3 12h18',
  plus: 'M12 4v16M4 12h16',
  minus: 'M4 12h16',
  home: 'M3 11.500L12 4l9 7.500M6 10v10h12V10',
  open: 'M6 9l6 6 6-6',
  edit: 'M4 20l1-4.500L16.500 4 20 7.500 8.500 19z',
  arrow: 'M4 12h15M13 6l6 6-6 6',
  swap: 'M7 4v16M3 16l4 4 4-4M17 20V4M13 8l4-4 4 4',
  warning: 'M12 3.500L22 20.500H2zM12 10v5M12 17.500v.5',
  person: 'M12 11.500a4 4 0 1 0 0-8 4 4 0 0 0 0 8zM4 20.500c0-4 3.500-6.500 8-6.500s8 2.500 8 6.500',
  region: 'M12 21.500s7-6.500 7-12a7 7 0 1 0-14 0c0 5.500 7 12 7 12zM12 12a2.500 2.500 0 1 0 0-5 2.500 2.500 0 0 0 0 5z',
  service: 'M12 20.500l-8-8a5 5 0 0 1 8-6 5 5 0 0 1 8 6z',
  copy: 'M9 9h11v11H9zM15 5.500V4H4v11h1.500',
  save: 'M12 3.500v11M7 10l5 5 5-5M4 20h16',
  share: 'M18 8a2.500 2.500 0 1 0 0-5 2.500 2.500 0 0 0 0 5zM6 14.500a2.500 2.500 0 1 0 0-5 2.500 2.500 0 0 0 0 5zM18 21a2.500 2.500 0 1 0 0-5 2.500 2.500 0 0 0 0 5zM8.300 10.800l7.400-4M8.300 13.200l7.400 4',
  print: 'M7 9V3.500h10V9M7 17H4V9h16v8h-3M7 14h10v6.500H7z',
  locate: 'M12 19a7 7 0 1 0 0-14 7 7 0 0 0 0 14zM12 2v3M12 19v3M2 12h3M19 12h3M12 13.500a1.500 1.500 0 1 0 0-3 1.500 1.500 0 0 0 0 3z',
  measure: 'M3 15.500L15.500 3 21 8.500 8.500 21zM7 11.500l2 2M10.500 8l2.500 2.500M14 4.500l2 2',
  legend: 'M8 6h13M8 12h13M8 18h13M3.500 6h.5M3.500 12h.5M3.500 18h.5',
} as const;
export type IconName = keyof typeof paths;

/** As large as the text beside it: `size` is in pixels where that has 16. */
export const inText = (size: number) => `${size / 16}rem`;

export function Icon({ name, size = 20 }: { name: IconName; size?: number }) {
  return (
    <svg class="icon" width={inText(size)} height={inText(size)} viewBox="0 0 24 24" fill="none" stroke="currentColor" stroke-width="1.8" stroke-linecap="round" stroke-linejoin="round" aria-hidden="true">
      <path d={paths[name]} />
    </svg>
  );
}

/** Where a page is laid out for a phone that is held upright: the map above, a sheet over it. A phone on its side is low and broad, and has them side by side, as a laptop. The style sheets ask the same. */
export const narrow = '(max-width: 1023px) and (min-height: 481px), (max-width: 639px)';
export const isNarrow = () => matchMedia(narrow).matches;

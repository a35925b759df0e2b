/** As whom the page looks when it is not as herself: `public`, `signed_in` or `coordinator:33`. It stands in the address, where the server reads it as well, and holds for as long as the page is loaded. */
export const preview: string | undefined = new URLSearchParams(location.search).get('preview') || undefined;

/** What tells the server so with a question. */
export const previewHeaders = (as = preview): Record<string, string> => (as ? { Preview: as } : {});

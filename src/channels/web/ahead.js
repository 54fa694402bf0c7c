/** Asks, once the page stands, for what the next page will need: earlier it would hold up this one on a slow line. */
export const fetchAhead = () => {
  const addresses = document.querySelector('meta[name="next-page"]')?.content.split(' ') ?? [];
  for (const href of addresses) {
    const link = document.createElement('link');
    link.rel = 'prefetch';
    link.href = href;
    document.head.append(link);
  }
};

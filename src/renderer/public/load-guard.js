/*
 * A page that is loading loses its requests when the network of the machine changes, as it does whenever a container
 * starts. The rest of the window fetches its parts again by itself; what the page begins with can only be loaded anew.
 */
addEventListener(
  'error',
  ({ target }) => {
    const isPart = target instanceof HTMLScriptElement || target instanceof HTMLLinkElement;
    if (!isPart || document.getElementById('root')?.hasChildNodes()) return;
    const times = Number(sessionStorage.getItem('howdah-loads') ?? 0) + 1;
    if (times > 5) return;
    sessionStorage.setItem('howdah-loads', String(times));
    setTimeout(() => location.reload(), times * 250);
  },
  true,
);

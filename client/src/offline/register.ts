/** Lets the service worker in once everything that is on the screen is there, so that it takes nothing from the first visit. */
export function registerWorker() {
  if (!('serviceWorker' in navigator) || import.meta.env.DEV) return;
  const register = () => setTimeout(() => { navigator.serviceWorker.register('/sw.js').catch(() => undefined); }, 3000);
  if (document.readyState === 'complete') register();
  else addEventListener('load', register);
}

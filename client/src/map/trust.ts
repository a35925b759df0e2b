interface Policy { createScriptURL: (url: string) => unknown }
interface TrustedTypes { createPolicy: (name: string, rules: { createScriptURL: (url: string) => string }) => Policy }

/** Under Trusted Types the only script address that may be made is the worker of the map, from this site. */
export function trust(workerUrl: string): string {
  const { trustedTypes } = globalThis as { trustedTypes?: TrustedTypes };
  if (new URL(workerUrl).origin !== location.origin) throw new Error('The worker of the map must come from this site.');
  trustedTypes?.createPolicy('default', {
    createScriptURL: (url) => {
      if (url !== workerUrl) throw new TypeError('Only the worker of the map may be started.');
      return url;
    },
  });
  return workerUrl;
}

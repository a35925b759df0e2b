/** The code that a term may have by its English name: small letters, digits and underscores, beginning with a letter, at most 60. */
export function codeOf(name: string): string {
  const plain = name.normalize('NFKD').toLowerCase().replaceAll(/[^a-z0-9]+/g, '_').replaceAll(/^[\d_]+|_+$/g, '');
  return plain.slice(0, 60).replace(/_+$/, '');
}

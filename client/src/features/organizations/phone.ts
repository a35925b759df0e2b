/** Whether a channel leads to a telephone. */
export const isCalled = (channel: string) => channel === 'phone' || channel === 'whatsapp';

/** A number as it is kept (E.164), in groups that can be read out: Indonesia's country, and what its mobile numbers consist of. */
export const phoneText = (number: string) => number.replace(/^(\+62)(8\d\d)(\d{3,4})(\d{2,6})$/, '$1 $2 $3 $4').replace(/^(\+62)(?=\d)/, '$1 ');

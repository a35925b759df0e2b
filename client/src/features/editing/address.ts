const ward = /(?:^|[^\p{L}])R[TW]\s*[.:]?\s*\d{1,3}(?!\d)/iu;
const short = /(?:^|[^\p{L}])(?:jl|jln|gg)(?:\.\s*|\s+)[\p{L}\d]/iu;
/** As whole words "jalan" is also a way out and "gang" a group, so that they count before a name only. */
const whole = /(?:^|[^\p{L}])(?:[Jj]alan|[Gg]ang)\s+\p{Lu}/u;

/** Whether a text seems to tell where somebody lives, by its ward (RT/RW) or its street: of a home-located group that is somebody's home. */
export const tellsAddress = (text: string) => ward.test(text) || short.test(text) || whole.test(text);

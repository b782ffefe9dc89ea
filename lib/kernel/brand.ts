declare const brand: unique symbol;

/** A string that cannot be swapped for another string by mistake: `Branded<string, 'LearnerId'>`. */
export type Branded<T, Name extends string> = T & { readonly [brand]: Name };

/** Whether two types are the same, modifiers included; `any` is the same only as itself. */
export type Equal<A, B> = (<T>() => T extends A ? 1 : 2) extends <T>() => T extends B ? 1 : 2 ? true : false;

/** What users pass in: an optional property may be `undefined`, which is the same as leaving it out. */
export type Given<T> = { [K in keyof T]: Record<never, never> extends Pick<T, K> ? T[K] | undefined : T[K] };

export declare function expectType<_Holds extends true>(): void;

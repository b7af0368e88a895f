/** A request as users may write it: JSON and queries leave out an optional property that is `undefined`. */
export type Sendable<T> = { [K in keyof T]: Record<never, never> extends Pick<T, K> ? T[K] | undefined : T[K] };

export const sendable = <T>(request: Sendable<T>): T => request as T;

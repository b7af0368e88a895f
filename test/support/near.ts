/** Matches a measured frequency to within 10 Hz. */
export const near = (hz: number) => ({
  asymmetricMatch: (heard: unknown) => typeof heard === 'number' && Math.abs(heard - hz) <= 10,
  toString: () => `about ${hz} Hz`,
});

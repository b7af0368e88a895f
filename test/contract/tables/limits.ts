// The numbers of version v1 as the contract gives them, written by hand.

const SECOND = 1000;
const KIB = 1024;

export const limits = {
  clientFrameMaxBytes: 64 * KIB,
  serverFrameMaxBytes: 1024 * KIB,
  restRequestMaxBytes: 64 * KIB,
  restAnswerMaxBytes: 1024 * KIB,
  authenticateWithinMs: 10 * SECOND,
  pingEveryMs: 30 * SECOND,
  pongWithinMs: 10 * SECOND,
  graceMs: 30 * SECOND,
  ringForMs: 30 * SECOND,
  sdpAnswerWithinMs: 10 * SECOND,
  sessionsPerUser: 5,
  callCreatesPerWindow: 10,
  callCreateWindowMs: 10 * SECOND,
  framesPerWindow: 500,
  frameWindowMs: 5 * SECOND,
  callsPerPhone: 50,
  descriptionsPerWindow: 10,
  descriptionWindowMs: 10 * SECOND,
  candidatesPerDescription: 100,
  malformedFramesMax: 10,
  destinationMaxChars: 32,
  sessionIdMaxChars: 128,
  presenceUsersMax: 100,
  // From the reference of the SDK: "about 5 minutes before token expiry".
  tokenExpiringLeadMs: 300 * SECOND,
  reconnectStepsMs: [1, 2, 4, 8, 16, 30].map((seconds) => seconds * SECOND),
  steadyAfterMs: 30 * SECOND,
  reconnectStepInCallMs: 4 * SECOND,
};

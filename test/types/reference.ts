/**
 * The SDK reference as types: what it promises compiles, and what it forbids does not. Compiled by `tsc`, never run.
 * The sections have the names of the reference's headings.
 */
import { DialStack, type SessionRevocation, type UserSession } from '../../src/server/index.js';
import * as webrtc from '../../src/webrtc/index.js';
import {
  type Call,
  type CallDirection,
  type CallEvents,
  type CallOptions,
  type CallState,
  DialStackPhone,
  type DirectoryPage,
  type EmergencyAddress,
  type EmergencyAddressRequest,
  type EndReason,
  type Logger,
  type OwnPresence,
  PhoneError,
  type PhoneErrorCode,
  type PhoneEvents,
  type PhoneOptions,
  type Platform,
  type PresenceEntry,
  type PresenceUpdate,
  type Reconnecting,
} from '../../src/webrtc/index.js';
import { type Equal, expectType, type Given } from './equal.js';

/** An intersection as the one object type that it amounts to. */
type Flat<T> = { [K in keyof T]: T[K] };

/** The properties that may not be left out. */
type RequiredKeys<T> = { [K in keyof T]-?: Record<never, never> extends Pick<T, K> ? never : K }[keyof T];

/** Fails to compile unless the value has exactly this type; `expectValue<string>()(value)`. */
declare function expectValue<Expected>(): <Actual>(
  value: Actual,
  ...differs: Equal<Actual, Expected> extends true ? [] : [never]
) => void;

declare const token: string;

// ---------------------------------------------------------------------------------------------------------------------
// DialStackPhone

// Constructor

export function construct(options: PhoneOptions): void {
  const phone = new DialStackPhone(options);
  expectValue<DialStackPhone>()(phone);

  // @ts-expect-error the options are required
  new DialStackPhone();
  // @ts-expect-error a token is no options
  new DialStackPhone(token);
}

// PhoneOptions

export function phoneOptions(): void {
  new DialStackPhone({ token });
  new DialStackPhone({
    token,
    onTokenExpiring: async () => 'a fresh token',
    autoReconnect: true,
    iceServers: [
      { urls: 'stun:stun.example.com' },
      { urls: ['turn:turn.example.com', 'turns:turn.example.com'], username: 'u', credential: 'c' },
    ],
  });
  expectType<Equal<RequiredKeys<PhoneOptions>, 'token'>>();
  expectType<
    Equal<
      Pick<PhoneOptions, 'token' | 'onTokenExpiring' | 'autoReconnect' | 'iceServers'>,
      Given<{
        token: string;
        onTokenExpiring?: () => Promise<string>;
        autoReconnect?: boolean;
        iceServers?: RTCIceServer[];
      }>
    >
  >();

  // @ts-expect-error the token is missing
  new DialStackPhone({});
  // @ts-expect-error the token is missing, whatever else is there
  new DialStackPhone({ autoReconnect: false });
  // @ts-expect-error a token is a string
  new DialStackPhone({ token: 1 });
  // @ts-expect-error a token is never null
  new DialStackPhone({ token: null });
  // @ts-expect-error a fresh token comes as a promise
  new DialStackPhone({ token, onTokenExpiring: () => 'a fresh token' });
  // @ts-expect-error a fresh token is a string, not the whole session
  new DialStackPhone({ token, onTokenExpiring: async () => ({ client_secret: 'a fresh token' }) });
  // @ts-expect-error autoReconnect is a boolean
  new DialStackPhone({ token, autoReconnect: 'yes' });
  // @ts-expect-error an ICE server is more than its address
  new DialStackPhone({ token, iceServers: ['stun:stun.example.com'] });
  // @ts-expect-error there is no such option
  new DialStackPhone({ token, autoreconnect: true });
}

// Connection

export async function connection(phone: DialStackPhone): Promise<void> {
  const connecting: Promise<void> = phone.connect();
  await connecting;
  phone.disconnect();
  const isConnected: boolean = phone.isConnected;
  expectValue<boolean>()(isConnected);
  expectType<Equal<ReturnType<DialStackPhone['connect']>, Promise<void>>>();
  expectType<Equal<DialStackPhone['disconnect'], () => void>>();
  expectType<Equal<DialStackPhone['isConnected'], boolean>>();

  // @ts-expect-error isConnected is read only
  phone.isConnected = true;
  // @ts-expect-error isConnected is a property
  phone.isConnected();
  // @ts-expect-error the token belongs to the constructor
  await phone.connect(token);
}

// Making Calls

export async function makingCalls(phone: DialStackPhone, options: CallOptions): Promise<void> {
  const call: Call = await phone.call('+14155550123');
  const toExtension: Call = await phone.call('101', options);
  expectValue<Call>()(call);
  expectValue<Call>()(toExtension);
  expectType<Equal<DialStackPhone['call'], (destination: string, options?: CallOptions) => Promise<Call>>>();

  // @ts-expect-error a destination is required
  await phone.call();
  // @ts-expect-error a destination is a string
  await phone.call(101);
  // @ts-expect-error the options are an object, not the caller id
  await phone.call('101', '+14155550100');
  // @ts-expect-error the call is there only after the promise
  phone.call('101').hangup();
}

// CallOptions

export async function callOptions(phone: DialStackPhone): Promise<void> {
  await phone.call('101', {});
  await phone.call('101', { callerId: '+14155550100' });
  expectType<Equal<RequiredKeys<CallOptions>, never>>();
  expectType<Equal<Pick<CallOptions, 'callerId'>, Given<{ callerId?: string }>>>();

  // @ts-expect-error a caller id is a string
  await phone.call('101', { callerId: 14155550100 });
  // @ts-expect-error the option is called callerId
  await phone.call('101', { caller_id: '+14155550100' });
}

// Active Calls

export function activeCalls(phone: DialStackPhone): void {
  const calls: Call[] = phone.activeCalls;
  for (const call of calls) expectValue<Call>()(call);
  const found: Call | undefined = phone.getCall('call_01h2xcejqtf2nbrexx3vqjhp41');
  found?.hangup();
  expectType<Equal<DialStackPhone['activeCalls'], Call[]>>();
  expectType<Equal<DialStackPhone['getCall'], (callId: string) => Call | undefined>>();

  // @ts-expect-error activeCalls is read only
  phone.activeCalls = [];
  // @ts-expect-error there may be no such call
  phone.getCall('call_01h2xcejqtf2nbrexx3vqjhp41').hangup();
  // @ts-expect-error a call is found by its id
  phone.getCall();
}

// Presence

export async function presence(phone: DialStackPhone): Promise<void> {
  phone.subscribePresence();
  const userIds: string[] = ['user_01h2xcejqtf2nbrexx3vqjhp42'];
  phone.subscribePresence(userIds);
  const available: Promise<void> = phone.setPresence('available');
  await available;
  await phone.setPresence('dnd');
  await phone.setPresence('away', 'Back at two');
  expectType<Equal<ReturnType<DialStackPhone['subscribePresence']>, void>>();
  expectType<
    Equal<DialStackPhone['setPresence'], (status: 'available' | 'dnd' | 'away', statusText?: string) => Promise<void>>
  >();

  // @ts-expect-error only the service says that a user is in a call
  await phone.setPresence('on_call');
  // @ts-expect-error only the service says that a user is offline
  await phone.setPresence('offline');
  // @ts-expect-error there is no such status
  await phone.setPresence('busy');
  // @ts-expect-error a status is required
  await phone.setPresence();
  // @ts-expect-error a status text is a string
  await phone.setPresence('away', { statusText: 'Back at two' });
  // @ts-expect-error the users are a list
  phone.subscribePresence('user_01h2xcejqtf2nbrexx3vqjhp42');
  // @ts-expect-error the users are named by their ids
  phone.subscribePresence([{ userId: 'user_01h2xcejqtf2nbrexx3vqjhp42' }]);
}

// Emergency Address

export async function emergencyAddress(phone: DialStackPhone, address: EmergencyAddressRequest): Promise<void> {
  const saved: EmergencyAddress = await phone.setEmergencyAddress(address);
  const current: EmergencyAddress | null = await phone.getEmergencyAddress();
  expectValue<EmergencyAddress>()(saved);
  if (current) expectValue<string>()(current.city);
  expectType<
    Equal<DialStackPhone['setEmergencyAddress'], (address: EmergencyAddressRequest) => Promise<EmergencyAddress>>
  >();
  expectType<Equal<DialStackPhone['getEmergencyAddress'], () => Promise<EmergencyAddress | null>>>();

  // @ts-expect-error an address is required
  await phone.setEmergencyAddress();
  // @ts-expect-error there may be none
  (await phone.getEmergencyAddress()).city;
}

// EmergencyAddressRequest

export async function emergencyAddressRequest(phone: DialStackPhone): Promise<void> {
  const street = '1 Main St';
  const [city, state, zip, country] = ['San Francisco', 'CA', '94105', 'US'];
  await phone.setEmergencyAddress({ street, city, state, zip, country });
  await phone.setEmergencyAddress({ street, street2: 'Floor 2', city, state, zip, country });
  await phone.setEmergencyAddress({ street, street2: null, city, state, zip, country });
  expectType<
    Equal<
      EmergencyAddressRequest,
      Given<{ street: string; street2?: string | null; city: string; state: string; zip: string; country: string }>
    >
  >();

  // @ts-expect-error the street is missing
  await phone.setEmergencyAddress({ city, state, zip, country });
  // @ts-expect-error the city is missing
  await phone.setEmergencyAddress({ street, state, zip, country });
  // @ts-expect-error the state is missing
  await phone.setEmergencyAddress({ street, city, zip, country });
  // @ts-expect-error the ZIP code is missing
  await phone.setEmergencyAddress({ street, city, state, country });
  // @ts-expect-error the country is missing
  await phone.setEmergencyAddress({ street, city, state, zip });
  // @ts-expect-error only street2 may be null
  await phone.setEmergencyAddress({ street: null, city, state, zip, country });
  // @ts-expect-error a ZIP code is a string: it may begin with 0
  await phone.setEmergencyAddress({ street, city, state, zip: 94105, country });
  // @ts-expect-error there is no such field
  await phone.setEmergencyAddress({ street, city, state, zip, country, postalCode: zip });
}

// Events

export function phoneEvents(phone: DialStackPhone): void {
  const onNothing = (): void => {};
  const onIncoming = (call: Call): void => call.answer();
  const onPresenceList = (entries: PresenceEntry[]): number => entries.length;
  const onPresenceUpdate = (update: PresenceUpdate): string => update.userId;
  const onError = (error: PhoneError): string => error.message;

  phone.on('connected', onNothing);
  phone.on('disconnected', onNothing);
  phone.on('reconnected', onNothing);
  phone.on('incoming', onIncoming);
  phone.on('presenceList', onPresenceList);
  phone.on('presenceUpdate', onPresenceUpdate);
  phone.on('network.changed', onNothing);
  phone.on('error', onError);
  phone.on('incoming', async (call) => expectValue<Call>()(call));
  phone.on('presenceList', (entries) => expectValue<PresenceEntry[]>()(entries));
  phone.on('presenceUpdate', (update) => expectValue<PresenceUpdate>()(update));
  phone.on('error', (error) => expectValue<PhoneError>()(error));

  phone.off('connected');
  phone.off('disconnected', onNothing);
  phone.off('reconnected', onNothing);
  phone.off('incoming', onIncoming);
  phone.off('presenceList', onPresenceList);
  phone.off('presenceUpdate', onPresenceUpdate);
  phone.off('network.changed', onNothing);
  phone.off('error', onError);
  expectType<Equal<ReturnType<DialStackPhone['off']>, void>>();

  expectType<Equal<PhoneEvents['connected'], []>>();
  expectType<Equal<PhoneEvents['reconnected'], []>>();
  expectType<Equal<PhoneEvents['incoming'], [Call]>>();
  expectType<Equal<PhoneEvents['presenceList'], [PresenceEntry[]]>>();
  expectType<Equal<PhoneEvents['presenceUpdate'], [PresenceUpdate]>>();
  expectType<Equal<PhoneEvents['network.changed'], []>>();
  expectType<Equal<PhoneEvents['error'], [PhoneError]>>();

  // @ts-expect-error there is no such event
  phone.on('ringing', onNothing);
  // @ts-expect-error the names of events are in camel case
  phone.on('presence_update', onPresenceUpdate);
  // @ts-expect-error the event is called network.changed
  phone.on('networkChanged', onNothing);
  // @ts-expect-error there is no such event to take a handler off
  phone.off('call', onIncoming);
  // @ts-expect-error a handler is required
  phone.on('connected');
  // @ts-expect-error a handler is a function
  phone.on('connected', 'onConnected');
  // @ts-expect-error connected has no payload
  phone.on('connected', (call: Call) => call.id);
  // @ts-expect-error incoming brings a call, not its id
  phone.on('incoming', (callId: string) => callId);
  // @ts-expect-error presenceList brings a list
  phone.on('presenceList', onPresenceUpdate);
  // @ts-expect-error an update has no name
  phone.on('presenceUpdate', (entry: PresenceEntry) => entry.name);
  // @ts-expect-error error brings a PhoneError, not its message
  phone.on('error', (message: string) => message);
  // @ts-expect-error there is one payload
  phone.on('incoming', (call: Call, from: string) => [call, from]);
  // @ts-expect-error the handler of another event
  phone.off('error', onIncoming);
  // @ts-expect-error only the phone emits
  phone.emit('connected');
}

// ---------------------------------------------------------------------------------------------------------------------
// Call

export function callItself(): void {
  // @ts-expect-error a call comes from phone.call() or the incoming event
  void webrtc.Call;
}

// Properties

export function callProperties(call: Call): void {
  const id: string = call.id;
  const direction: 'inbound' | 'outbound' = call.direction;
  const state: 'trying' | 'ringing' | 'active' | 'held' | 'ended' = call.state;
  const from: string = call.from;
  const fromName: string | null = call.fromName;
  const to: string = call.to;
  const isMuted: boolean = call.isMuted;
  const isHeld: boolean = call.isHeld;
  const duration: number = call.duration;
  void [id, direction, state, from, fromName, to, isMuted, isHeld, duration];

  expectType<Equal<Call['id'], string>>();
  expectType<Equal<Call['direction'], 'inbound' | 'outbound'>>();
  expectType<Equal<CallDirection, 'inbound' | 'outbound'>>();
  expectType<Equal<Call['state'], 'trying' | 'ringing' | 'active' | 'held' | 'ended'>>();
  expectType<Equal<CallState, 'trying' | 'ringing' | 'active' | 'held' | 'ended'>>();
  expectType<Equal<Call['from'], string>>();
  expectType<Equal<Call['fromName'], string | null>>();
  expectType<Equal<Call['to'], string>>();
  expectType<Equal<Call['isMuted'], boolean>>();
  expectType<Equal<Call['isHeld'], boolean>>();
  expectType<Equal<Call['duration'], number>>();

  // @ts-expect-error fromName may be null
  call.fromName.trim();
  // @ts-expect-error there is no such state
  void (call.state === 'connected');
  // @ts-expect-error there is no such direction
  void (call.direction === 'incoming');
  // @ts-expect-error id is read only
  call.id = 'call_01h2xcejqtf2nbrexx3vqjhp41';
  // @ts-expect-error direction is read only
  call.direction = 'inbound';
  // @ts-expect-error state is read only: call hangup()
  call.state = 'ended';
  // @ts-expect-error from is read only
  call.from = '101';
  // @ts-expect-error fromName is read only
  call.fromName = null;
  // @ts-expect-error to is read only
  call.to = '102';
  // @ts-expect-error isMuted is read only: call mute()
  call.isMuted = true;
  // @ts-expect-error isHeld is read only: call hold()
  call.isHeld = true;
  // @ts-expect-error duration is read only
  call.duration = 0;
}

// Methods

export async function callMethods(call: Call): Promise<void> {
  call.answer();
  call.reject();
  call.reject('busy');
  call.reject('decline');
  call.hangup();
  call.hold();
  call.resume();
  call.mute();
  call.unmute();
  call.transfer('+14155550123');
  const consultation: Call = await call.attendedTransfer('101');
  consultation.completeTransfer();
  call.completeTransfer();
  const peerConnection: RTCPeerConnection = call.peerConnection;
  const stats: RTCStatsReport = await peerConnection.getStats();
  void stats;

  expectType<Equal<Call['answer'], () => void>>();
  expectType<Equal<Call['reject'], (reason?: 'busy' | 'decline') => void>>();
  expectType<Equal<Call['hangup'], () => void>>();
  expectType<Equal<Call['hold'], () => void>>();
  expectType<Equal<Call['resume'], () => void>>();
  expectType<Equal<Call['mute'], () => void>>();
  expectType<Equal<Call['unmute'], () => void>>();
  expectType<Equal<Call['transfer'], (destination: string) => void>>();
  expectType<Equal<Call['attendedTransfer'], (destination: string) => Promise<Call>>>();
  expectType<Equal<Call['completeTransfer'], () => void>>();
  expectType<Equal<Call['peerConnection'], RTCPeerConnection>>();

  // @ts-expect-error a call is rejected with busy or decline
  call.reject('rejected');
  // @ts-expect-error hangup takes no reason
  call.hangup('busy');
  // @ts-expect-error hold is no toggle
  call.hold(false);
  // @ts-expect-error mute is no toggle
  call.mute(false);
  // @ts-expect-error a transfer has a destination
  call.transfer();
  // @ts-expect-error a destination is a string, not a call
  call.transfer(consultation);
  // @ts-expect-error an attended transfer has a destination
  await call.attendedTransfer();
  // @ts-expect-error the consultation call is there only after the promise
  call.attendedTransfer('101').completeTransfer();
  // @ts-expect-error the two calls know each other
  call.completeTransfer(consultation);
  // @ts-expect-error peerConnection is read only
  call.peerConnection = peerConnection;
}

// Events

export function callEvents(call: Call): void {
  const onNothing = (): void => {};
  const onHeld = (by: 'local' | 'remote'): string => by;
  const onEnded = (reason: string): string => reason;

  call.on('trying', onNothing);
  call.on('ringing', onNothing);
  call.on('answered', onNothing);
  call.on('held', onHeld);
  call.on('resumed', onNothing);
  call.on('ended', onEnded);
  call.on('held', (by) => expectValue<'local' | 'remote'>()(by));
  call.on('ended', (reason) =>
    expectValue<'hangup' | 'no-answer' | 'busy' | 'failed' | 'transferred' | 'rejected'>()(reason),
  );

  call.off('trying');
  call.off('ringing', onNothing);
  call.off('answered', onNothing);
  call.off('held', onHeld);
  call.off('resumed', onNothing);
  call.off('ended', onEnded);
  expectType<Equal<ReturnType<Call['off']>, void>>();

  expectType<
    Equal<
      keyof CallEvents,
      'trying' | 'ringing' | 'answered' | 'held' | 'resumed' | 'ended' | 'audioBlocked' | 'microphone' | 'silence'
    >
  >();
  expectType<Equal<CallEvents['silence'], [side: 'local' | 'remote']>>();
  expectType<Equal<CallEvents['microphone'], [state: 'lost' | 'recovered']>>();
  expectType<Equal<CallEvents['trying'], []>>();
  expectType<Equal<CallEvents['ringing'], []>>();
  expectType<Equal<CallEvents['answered'], []>>();
  expectType<Equal<CallEvents['held'], ['local' | 'remote']>>();
  expectType<Equal<CallEvents['resumed'], []>>();
  expectType<Equal<CallEvents['ended'], [EndReason]>>();
  expectType<Equal<EndReason, 'hangup' | 'no-answer' | 'busy' | 'failed' | 'transferred' | 'rejected'>>();

  // @ts-expect-error the event is called ended
  call.on('hangup', onNothing);
  // @ts-expect-error incoming is the phone's
  call.on('incoming', onNothing);
  // @ts-expect-error there is no such event to take a handler off
  call.off('hold', onNothing);
  // @ts-expect-error answered has no payload
  call.on('answered', (answeredBy: string) => answeredBy);
  // @ts-expect-error held says who, not whether
  call.on('held', (isHeld: boolean) => isHeld);
  // @ts-expect-error the other side may hold as well
  call.on('held', (by: 'local') => by);
  // @ts-expect-error ended brings a reason, not a number
  call.on('ended', (duration: number) => duration);
  // @ts-expect-error the reasons are hyphenated
  call.on('ended', (reason) => reason === 'no_answer');
  // @ts-expect-error only the call emits
  call.emit('ended', 'hangup');
}

// ---------------------------------------------------------------------------------------------------------------------
// Types

// PresenceEntry

export function presenceEntry(entry: PresenceEntry): void {
  expectType<
    Equal<
      PresenceEntry,
      {
        userId: string;
        name: string;
        status: 'available' | 'on_call' | 'dnd' | 'away' | 'offline';
        statusText: string | null;
        updatedAt: string;
      }
    >
  >();

  // @ts-expect-error statusText may be null
  entry.statusText.trim();
  // @ts-expect-error there is no such status
  void (entry.status === 'busy');
  // @ts-expect-error updatedAt is a string, not a Date
  entry.updatedAt.getTime();
  // @ts-expect-error the field is called userId
  void entry.user_id;
}

// PresenceUpdate

export function presenceUpdate(update: PresenceUpdate): void {
  expectType<
    Equal<
      PresenceUpdate,
      {
        userId: string;
        status: 'available' | 'on_call' | 'dnd' | 'away' | 'offline';
        statusText: string | null;
        updatedAt: string;
      }
    >
  >();

  // @ts-expect-error an update has no name
  void update.name;
  // @ts-expect-error an update is no entry: it has no name
  const entry: PresenceEntry = update;
  void entry;
}

// PhoneError

export function phoneError(error: PhoneError): void {
  const ofTheReference: readonly PhoneErrorCode[] = [
    'auth_failed',
    'auth_expired',
    'invalid_message',
    'call_failed',
    'call_not_found',
    'emergency_address_required',
    'session_limit',
    'session_revoked',
    'rate_limited',
    'internal_error',
  ];
  void ofTheReference;
  type EveryCode =
    // Endings of a connection.
    | 'auth_failed'
    | 'auth_expired'
    | 'session_revoked'
    | 'session_replaced'
    | 'session_limit'
    | 'idle_timeout'
    | 'slow_consumer'
    | 'going_away'
    // Answers to a frame.
    | 'invalid_message'
    | 'call_failed'
    | 'call_not_found'
    | 'emergency_address_required'
    | 'rate_limited'
    | 'presence_unavailable'
    | 'reachability_unavailable'
    | 'internal_error'
    // Only the SDK raises these.
    | 'transport_closed'
    | 'ice_fetch_failed'
    | 'webrtc_unsupported'
    | 'mic_permission_denied'
    | 'audio_device_unavailable'
    | 'audio_device_in_use';
  expectType<Equal<PhoneError['code'], EveryCode>>();
  expectType<Equal<PhoneErrorCode, EveryCode>>();
  expectType<Equal<PhoneError['message'], string>>();
  expectType<Equal<PhoneError['callId'], string | undefined>>();
  expectType<Equal<PhoneError['fatal'], boolean>>();
  const asWritten: { code: PhoneErrorCode; message: string; callId?: string; fatal: boolean } = error;
  void asWritten;
  expectType<Equal<PhoneError['rawCode'], string | undefined>>();
  const asError: Error = error;
  if (asError instanceof PhoneError) expectValue<PhoneError>()(asError);
  const users: readonly string[] | undefined = error.context?.users;
  const suggested: string | undefined = error.context?.suggestions?.[0]?.street;
  void [users, suggested];

  // @ts-expect-error there is no such code
  void (error.code === 'not_connected');
  // @ts-expect-error callId is undefined, never null
  void (error.callId satisfies string | null);
  // @ts-expect-error an error need not be of a call
  error.callId.trim();
  // @ts-expect-error code is read only
  error.code = 'internal_error';
  // @ts-expect-error callId is read only
  error.callId = undefined;
  // @ts-expect-error fatal is read only
  error.fatal = false;
  // @ts-expect-error the field is called callId
  void error.call_id;
}

// ---------------------------------------------------------------------------------------------------------------------
// Server SDK Additions

export function serverSdk(): void {
  const dialstack = new DialStack('sk_test_key');
  expectValue<DialStack>()(dialstack);

  // @ts-expect-error an API key is required
  new DialStack();
}

// userSessions

export async function createUserSession(dialstack: DialStack): Promise<void> {
  // Create a user session token
  const { client_secret, expires_at } = await dialstack.userSessions.create({
    user: 'user_01h2xcejqtf2nbrexx3vqjhp42',
    // ttl_seconds: 3600, // optional; defaults to 24 hours, max 7 days
  });
  expectValue<string>()(client_secret);
  expectValue<string>()(expires_at);
  new DialStackPhone({ token: client_secret });
}

export async function revokeUserSessions(dialstack: DialStack): Promise<void> {
  // Invalidate every outstanding session token for a user
  const { sessions_revoked_at } = await dialstack.users.revokeSessions('user_01h2xcejqtf2nbrexx3vqjhp42');
  expectValue<string>()(sessions_revoked_at);
}

export async function userSessions(dialstack: DialStack): Promise<void> {
  const user = 'user_01h2xcejqtf2nbrexx3vqjhp42';
  const session: UserSession = await dialstack.userSessions.create({ user, ttl_seconds: 3600 });
  const revocation: SessionRevocation = await dialstack.users.revokeSessions(user);
  void [session, revocation];
  expectType<
    Equal<Parameters<DialStack['userSessions']['create']>, [params: Given<{ user: string; ttl_seconds?: number }>]>
  >();
  expectType<Equal<UserSession, { user: string; account: string; client_secret: string; expires_at: string }>>();
  expectType<Equal<SessionRevocation, { user: string; sessions_revoked_at: string }>>();

  // @ts-expect-error ttl_seconds is a number
  await dialstack.userSessions.create({ user, ttl_seconds: '3600' });
  // @ts-expect-error the user is missing
  await dialstack.userSessions.create({ ttl_seconds: 3600 });
  // @ts-expect-error the user is in an object
  await dialstack.userSessions.create(user);
  // @ts-expect-error the parameter is called ttl_seconds
  await dialstack.userSessions.create({ user, ttlSeconds: 3600 });
  // @ts-expect-error the token is called client_secret
  void session.token;
  // @ts-expect-error the session is there only after the promise
  void dialstack.userSessions.create({ user }).client_secret;
  // @ts-expect-error there is no refresh: create another
  await dialstack.userSessions.refresh({ user });
  // @ts-expect-error a user is required
  await dialstack.users.revokeSessions();
  // @ts-expect-error the user is named by its id alone
  await dialstack.users.revokeSessions({ user });
  // @ts-expect-error userSessions is read only
  dialstack.userSessions = new DialStack('sk_test_other').userSessions;
}

// webrtc

export async function serverWebrtc(dialstack: DialStack, userToken: string): Promise<void> {
  // Get ICE server configuration
  const { ice_servers, expires_at } = await dialstack.webrtc.iceServers({
    token: userToken,
  });
  expectValue<string>()(expires_at);
  const iceServers: RTCIceServer[] = ice_servers;
  new DialStackPhone({ token: userToken, iceServers });

  // @ts-expect-error the user's token is required
  await dialstack.webrtc.iceServers();
  // @ts-expect-error the user's token is missing
  await dialstack.webrtc.iceServers({});
  // @ts-expect-error the token is in an object
  await dialstack.webrtc.iceServers(userToken);
}

// ---------------------------------------------------------------------------------------------------------------------
// Where the reference is silent

// More options of the phone

export function moreOptions(timers: Platform['timers'], getUserMedia: Platform['getUserMedia']): void {
  new DialStackPhone({
    token,
    apiBaseUrl: 'http://localhost:8080',
    signalingBaseUrl: 'ws://localhost:8080/v1/webrtc',
    emergencyAddressId: 'emerg_01h2xcejqtf2nbrexx3vqjhp44',
    iceTransportPolicy: 'relay',
    playRemoteAudio: false,
    ringback: false,
    logger: console,
    platform: { WebSocket, RTCPeerConnection, getUserMedia, fetch, timers, storage: sessionStorage },
  });
  new DialStackPhone({ token, platform: {} });
  new DialStackPhone({ token, platform: { getUserMedia: (constraints) => getUserMedia(constraints) } });
  expectType<
    Equal<
      Omit<PhoneOptions, 'token' | 'onTokenExpiring' | 'autoReconnect' | 'iceServers'>,
      Given<{
        iceTransportPolicy?: 'all' | 'relay';
        apiBaseUrl?: string;
        signalingBaseUrl?: string;
        emergencyAddressId?: string;
        playRemoteAudio?: boolean;
        allowInsecure?: boolean;
        autoHold?: boolean;
        keepTracks?: boolean;
        ringback?: boolean;
        logger?: Logger;
        platform?: Given<Partial<Platform>>;
      }>
    >
  >();

  // @ts-expect-error there is no such policy
  new DialStackPhone({ token, iceTransportPolicy: 'turn' });
  // @ts-expect-error an address is a string
  new DialStackPhone({ token, apiBaseUrl: new URL('http://localhost:8080') });
  // @ts-expect-error ringback is switched on or off
  new DialStackPhone({ token, ringback: 'tone.mp3' });
  // @ts-expect-error a logger also takes what is only worth knowing
  new DialStackPhone({ token, logger: { warn: () => {} } });
  // @ts-expect-error the platform has no such port
  new DialStackPhone({ token, platform: { localStorage } });
}

// More of the phone

export async function moreOfThePhone(phone: DialStackPhone): Promise<void> {
  phone.on('reconnecting', (event) => expectValue<Reconnecting>()(event));
  phone.on('reconnecting', ({ attempt, delayMs }: { attempt: number; delayMs: number }) => attempt * delayMs);
  phone.on('restored', (call) => expectValue<Call>()(call));
  phone.on('disconnected', (error) => expectValue<PhoneError | undefined>()(error));
  expectType<Equal<PhoneEvents['reconnecting'], [Reconnecting]>>();
  expectType<Equal<Reconnecting, { readonly attempt: number; readonly delayMs: number }>>();
  expectType<Equal<PhoneEvents['restored'], [call: Call]>>();
  expectType<Equal<PhoneEvents['disconnected'], [error?: PhoneError]>>();

  const own: OwnPresence = await phone.getPresence();
  const page: DirectoryPage = await phone.listDirectory();
  await phone.listDirectory({ limit: 100 });
  await phone.listDirectory({ limit: 10, page: 'next' });
  void page;
  expectType<
    Equal<OwnPresence, { status: 'available' | 'dnd' | 'away'; statusText: string | null; updatedAt: string }>
  >();

  const { signal } = new AbortController();
  await phone.connect({ signal });
  await phone.call('101', { signal });

  // @ts-expect-error reconnecting brings an object
  phone.on('reconnecting', (attempt: number) => attempt);
  // @ts-expect-error there is no error when the application disconnected
  phone.on('disconnected', (error: PhoneError) => error.code);
  // @ts-expect-error a user never sets on_call
  void (own.status === 'on_call');
  // @ts-expect-error a limit is a number
  await phone.listDirectory({ limit: '10' });
  // @ts-expect-error it takes the signal, not its controller
  await phone.connect({ signal: new AbortController() });
}

// More of the call

export async function moreOfTheCall(call: Call): Promise<void> {
  call.sendDtmf('1');
  call.sendDtmf('1234#', 100);
  call.sendDtmf('1234#', 100, 70);
  call.on('audioBlocked', () => void call.playAudio());
  const playing: Promise<void> = call.playAudio();
  await playing;
  expectType<Equal<Call['remoteStream'], MediaStream>>();
  expectType<Equal<Call['answeredElsewhere'], boolean>>();
  expectType<Equal<Call['sendDtmf'], (digits: string, durationMs?: number, gapMs?: number) => void>>();
  expectType<Equal<Call['playAudio'], () => Promise<void>>>();
  expectType<Equal<CallEvents['audioBlocked'], []>>();

  // @ts-expect-error digits are a string: 0 and # are digits too
  call.sendDtmf(1234);
  // @ts-expect-error digits are required
  call.sendDtmf();
  // @ts-expect-error the times are numbers
  call.sendDtmf('1', { durationMs: 100 });
  // @ts-expect-error remoteStream is read only
  call.remoteStream = new MediaStream();
  // @ts-expect-error answeredElsewhere is read only
  call.answeredElsewhere = true;
  // @ts-expect-error audioBlocked has no payload
  call.on('audioBlocked', (cause: Error) => cause.message);
}

// EmergencyAddress

export function savedEmergencyAddress(address: EmergencyAddress): void {
  expectType<
    Equal<
      Flat<EmergencyAddress>,
      {
        id: string;
        street: string;
        street2: string | null;
        city: string;
        state: string;
        zip: string;
        country: string;
        validatedAt: string;
      }
    >
  >();
  new DialStackPhone({ token, emergencyAddressId: address.id });

  // @ts-expect-error street2 may be null
  address.street2.trim();
  // @ts-expect-error the field is called validatedAt
  void address.validated_at;
}

import { refusal } from './refusal.js';

/** What an attended transfer needs of its calls. */
interface Party {
  readonly id: string;
  readonly isUp: boolean;
  readonly isOver: boolean;
  /** Both calls of its attended transfer: the first and, once it is placed, the consultation. */
  attended: this[] | undefined;
}

/** Places the consultation of a call; the two stay tied until one of them has ended. */
export async function consult<Call extends Party>(first: Call, place: () => Promise<Call>): Promise<Call> {
  if (first.attended?.every(({ isOver }) => !isOver))
    throw refusal('Complete or hang up the consultation first.', first.id);
  first.attended = [first];
  try {
    const consultation = await place();
    first.attended = consultation.attended = [first, consultation];
    return consultation;
  } catch (error) {
    first.attended = undefined;
    throw error;
  }
}

/** The call that is transferred when a transfer is completed from either of its calls. */
export function transferee<Call extends Party>({ id, attended: [first, consultation] = [] }: Call): Call {
  if (first?.isUp && consultation?.isUp) return first;
  throw refusal('completeTransfer() needs an answered attendedTransfer().', id);
}

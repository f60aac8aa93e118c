import type { Answer, ProfitsItem } from '@callvault/sdk';

export type ProfitsElement = ProfitsItem['element'];
export type Overview = Answer<'profits.overview'>;
export type ElementCounts = Overview['elements'][number];

/** The seven elements, in the order of the word. */
export const profitsElements = [
  'pain',
  'results',
  'obstacles',
  'fears',
  'identity',
  'triggers',
  'success',
] as const satisfies readonly ProfitsElement[];

export const isElement = (text: string): text is ProfitsElement => profitsElements.some((each) => each === text);

/** Which items of an element are listed. */
export const views = ['all', 'to_review', 'starred'] as const;
export type ItemView = (typeof views)[number];

/** Whether an item belongs in a view. Rejected items belong in none. */
export function isIn(view: ItemView, { status, isStarred }: ProfitsItem): boolean {
  if (status === 'rejected') return false;
  return view === 'all' || (view === 'starred' ? isStarred : status === 'to_review');
}

const none = { total: 0, accepted: 0, toReview: 0, starred: 0 };

export const countsOf = (overview: Overview | undefined, element: ProfitsElement): ElementCounts =>
  overview?.elements.find((each) => each.element === element) ?? { element, ...none };

/** The overview after one item changed, so that counts follow the hand. */
export function recounted(overview: Overview, before: ProfitsItem, after: ProfitsItem): Overview {
  const weigh = (item: ProfitsItem) => {
    const isListed = item.status !== 'rejected';
    return {
      total: Number(isListed),
      accepted: Number(item.status === 'accepted'),
      toReview: Number(item.status === 'to_review'),
      starred: Number(isListed && item.isStarred),
    };
  };
  const [was, is] = [weigh(before), weigh(after)];
  return {
    ...overview,
    items: overview.items + is.total - was.total,
    elements: overview.elements.map((each) =>
      each.element === after.element
        ? {
            ...each,
            total: each.total + is.total - was.total,
            accepted: each.accepted + is.accepted - was.accepted,
            toReview: each.toReview + is.toReview - was.toReview,
            starred: each.starred + is.starred - was.starred,
          }
        : each,
    ),
  };
}

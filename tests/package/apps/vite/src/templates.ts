/** Vue's templates take the elements' types from here. */
import type { GlobalComponents } from 'vue';
import type {} from 'newsrail/vue';

type Props<Name extends keyof GlobalComponents> = InstanceType<GlobalComponents[Name]>['$props'];

export const right: Props<'newsrail-popular'> = {
  count: 3,
  theme: 'dark',
  onNewsrailLoad: ({ detail }) => console.log(detail.basis === 'latest', detail.items[0].url),
};

// @ts-expect-error a colour is no theme
export const wrong: Props<'newsrail-popular'> = { theme: 'blue' };

/**
 * Beside the glue of the program that learns: has it work in turns, so that the page
 * answers its reader in between.
 */
import { warn } from './host/console.js';
import { turn } from './host/turn.js';
import { TIME_BUDGET } from './shared.js';

/** Gives the function that learns from posting lists where so many articles stand among all, a signed byte for each coordinate; nothing where it has not the memory. */
export const learning = (Learner) => async (articles, ...lists) => {
  try {
    const learner = new Learner(articles, ...lists);
    while (!learner.goOn(TIME_BUDGET)) await turn();
    return learner.coordinates();
  } catch (error) {
    warn(`not learnt from a feed of ${articles} articles: ${error}`);
  }
};

/** What the reader sees, or is about to. */
import { own } from '../host/document.js';

/** How many pixels from the viewport an element is near it. */
export const NEAR = 600;

/** For how many milliseconds the page's own pictures go first. */
const PICTURES_FIRST = 2000;

/** Whether an element is in the viewport, or at most that many pixels above or below it. */
export const isWithin = (element, margin = NEAR) => {
  const [box] = element.getClientRects();
  return box && box.top < innerHeight + margin && box.bottom > -margin;
};

/** Resolves when so many milliseconds have passed. */
const passed = (time) => new Promise((go) => setTimeout(go, time));

/**
 * Lets the pictures come first that the reader is waiting for: on a slow line
 * whatever else is loaded keeps them, and all would be there no sooner.
 */
export const pictures = async () => {
  const awaited = [...own('images')].filter((image) => !image.complete && isWithin(image, 0));
  if (!awaited[0]) return;
  await Promise.race([
    Promise.allSettled(awaited.map((image) => image.decode())),
    passed(PICTURES_FIRST),
  ]);
  // The frame that shows them is drawn before anything else is done.
  await new Promise(requestAnimationFrame);
  await passed(0);
};

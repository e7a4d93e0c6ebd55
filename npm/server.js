/** newsrail where there is no browser: nothing is defined, so that what renders pages on a server can import it. */

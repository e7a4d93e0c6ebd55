<?php
/**
 * The height that an element will take, held before anything has loaded. The
 * rule is the loader's own, as the documentation for publishers has it; a test
 * in a browser compares both.
 *
 * @package newsrail
 */

namespace Newsrail;

defined( 'ABSPATH' ) || exit;

/**
 * The height of an element in em.
 *
 * @param string $kind       Which element.
 * @param array  $attributes Its attributes.
 */
function height( string $kind, array $attributes ): float {
	$heading = '' === ( $attributes['heading'] ?? null ) ? 0 : 3;
	return $heading + ( 'subscribe' === $kind ? height_of_form( $attributes ) : height_of_list( $kind, $attributes ) );
}

/**
 * The height of a list without its heading, in em.
 *
 * @param string $kind       Which list.
 * @param array  $attributes Its attributes.
 */
function height_of_list( string $kind, array $attributes ): float {
	$rows = is_beside( $attributes['layout'] ) ? 1 : $attributes['count'];
	return $rows * height_of_row( $kind, $attributes );
}

/**
 * The height of one item, or of all that stand beside one another, in em.
 *
 * @param string $kind       Which list.
 * @param array  $attributes Its attributes.
 */
function height_of_row( string $kind, array $attributes ): float {
	$excerpts = 'more-like-this' === $kind;
	$images   = 'true' === $attributes['images'];
	$meta     = isset( $attributes['meta'] ) ? 1.5 : 0;
	switch ( $attributes['layout'] ) {
		case 'text':
			return 2.25;
		case 'compact':
			return $meta + ( $excerpts ? 4.75 : 3.25 );
		case 'cards':
		case 'carousel':
			return $meta + 6 + ( $images ? 9 : 0 ) + ( $excerpts ? 4 : 0 );
		default:
			return $meta + ( $excerpts ? 7 : ( $images ? 5.5 : 4 ) );
	}
}

/**
 * Whether the items of a layout stand beside one another.
 *
 * @param string $layout The layout.
 */
function is_beside( string $layout ): bool {
	return in_array( $layout, array( 'cards', 'carousel' ), true );
}

/**
 * The height of a form without its heading, in em.
 *
 * @param array $attributes Its attributes.
 */
function height_of_form( array $attributes ): float {
	$named  = fn( $topic ) => '' !== trim( $topic );
	$topics = count( array_filter( explode( ',', $attributes['topics'] ?? '' ), $named ) );
	return 10
		+ ( isset( $attributes['names'] ) ? 4.75 : 0 )
		+ ( $topics > 1 ? 2.5 + 2 * $topics : 0 )
		+ ( isset( $attributes['consent'] ) || isset( $attributes['privacy'] ) ? 3.5 : 0 );
}

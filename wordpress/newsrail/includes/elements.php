<?php
/**
 * The markup of an element: its attributes, the space that it will take, and
 * plain links inside.
 *
 * @package newsrail
 */

namespace Newsrail;

defined( 'ABSPATH' ) || exit;

/**
 * What the loader asks of a WordPress site behind the root of its REST API
 * (`WORDPRESS_POSTS` in web/shared.js). Naming it spares an element from the
 * page's head, which many sites strip of such links.
 */
const POSTS = 'wp/v2/posts?per_page=50&_embed=author,wp:featuredmedia,wp:term&_fields=id,link,title,excerpt,date_gmt,modified_gmt,_links.author,_links.wp:featuredmedia,_links.wp:term';

/**
 * One element.
 *
 * @param string $kind Which one: popular, more-like-this or subscribe.
 * @param array  $own  What a block or a shortcode sets: heading, theme, lang, and of a list count, layout, images, meta, read.
 */
function element( string $kind, array $own ): string {
	$attributes = 'subscribe' === $kind ? attributes_of_form() : attributes_of_list( $kind, $own );
	// A feed's readers run no script, and want the author's text alone.
	if ( ! $attributes || is_feed() ) {
		return '';
	}
	$attributes = array_merge( $attributes, attributes_of_any( $own ) );
	$inside     = 'subscribe' === $kind ? '' : links( $kind, $attributes['count'], $attributes['heading'] ?? null );
	$language   = $attributes['lang'] ?? '';
	if ( '' !== $inside && '' !== $language ) {
		// The element speaks another language than the headlines of the site.
		$inside = '<div lang="' . esc_attr( get_bloginfo( 'language' ) ) . '">' . $inside . '</div>';
	}
	enqueue();
	$tag = "<newsrail-$kind";
	foreach ( $attributes as $name => $value ) {
		$tag .= ' ' . $name . '="' . esc_attr( $value ) . '"';
	}
	$style = 'min-height:' . height( $kind, $attributes ) . 'em';
	return $tag . ' style="' . esc_attr( $style ) . '">' . $inside . "</newsrail-$kind>";
}

/**
 * The attributes that every element has.
 *
 * @param array $own What a block or a shortcode sets.
 * @return array<string, string>
 */
function attributes_of_any( array $own ): array {
	$settings   = settings();
	$attributes = array( 'theme' => chosen( 'theme', $own ) );
	if ( isset( $own['heading'] ) && is_string( $own['heading'] ) ) {
		$attributes['heading'] = $own['heading'];
	}
	$language = is_language( $own['lang'] ?? '' ) ? $own['lang'] : $settings['language'];
	if ( '' !== $language ) {
		$attributes['lang'] = $language;
	}
	return $attributes;
}

/**
 * The attributes of a list.
 *
 * @param string $kind Which list.
 * @param array  $own  What a block or a shortcode sets; what cannot be used counts as not set.
 * @return array<string, mixed>
 */
function attributes_of_list( string $kind, array $own ): array {
	$settings = settings();
	$layout   = chosen( 'layout', $own );
	// What stands side by side has pictures unless it is told otherwise, as newsrail itself has it.
	$images     = $settings['images'] || is_beside( $layout ) ? 'true' : 'false';
	$root       = get_rest_url();
	$attributes = array(
		'count'  => (int) ( is_count( $own['count'] ?? '' ) ? $own['count'] : $settings['count'] ),
		'layout' => $layout,
		'images' => in_array( $own['images'] ?? '', array( 'true', 'false' ), true ) ? $own['images'] : $images,
		'feed'   => esc_url_raw( $root . ( strpos( $root, '?' ) === false ? POSTS : str_replace( '?', '&', POSTS ) ) ),
	);

	$meta = meta( $own );
	if ( '' !== $meta ) {
		$attributes['meta'] = $meta;
	}
	$read = chosen( 'read', $own );
	if ( 'off' !== $read ) {
		$attributes['read'] = $read;
	}
	if ( is_singular( 'post' ) && 'post' === get_post_type() ) {
		$attributes['article'] = (string) get_the_ID();
	}
	if ( 'popular' === $kind && counts()['rows'] ) {
		$attributes['popular'] = rest_url( COUNTS_NAMESPACE . COUNTS_ROUTE );
	}
	return $attributes;
}

/**
 * The attributes of the form; none where nobody takes sign-ups.
 *
 * @return array<string, string>
 */
function attributes_of_form(): array {
	$settings = settings();
	if ( '' === $settings['subscribe'] ) {
		return array();
	}
	$attributes = array(
		'subscribe' => $settings['subscribe'],
		'provider'  => $settings['provider'],
	);
	foreach ( array( 'field', 'topics', 'consent', 'privacy' ) as $name ) {
		if ( '' !== $settings[ $name ] ) {
			$attributes[ $name ] = $settings[ $name ];
		}
	}
	if ( $settings['names'] ) {
		$attributes['names'] = 'true';
	}
	return $attributes;
}

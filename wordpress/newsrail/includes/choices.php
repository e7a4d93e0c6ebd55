<?php
/**
 * What may be chosen, as attributes of newsrail's elements name it: one table for
 * settings, blocks and shortcodes. A test compares it with newsrail's own.
 *
 * @package newsrail
 */

namespace Newsrail;

defined( 'ABSPATH' ) || exit;

/**
 * The attributes with words to choose from: the title that an administrator
 * reads, and a label for each word. Names of providers are not translated.
 *
 * @return array<string, array{string, array<string, string>}>
 */
function choices(): array {
	return array(
		'layout'   => array(
			__( 'Layout', 'newsrail' ),
			array(
				'list'     => __( 'List', 'newsrail' ),
				'numbered' => __( 'Numbered list', 'newsrail' ),
				'cards'    => __( 'Cards', 'newsrail' ),
				'carousel' => __( 'Carousel', 'newsrail' ),
				'compact'  => __( 'Compact list', 'newsrail' ),
				'text'     => __( 'Headlines alone, a line each', 'newsrail' ),
			),
		),
		'meta'     => array(
			__( 'Line below each headline', 'newsrail' ),
			array(
				'date'         => __( 'Date', 'newsrail' ),
				'section'      => __( 'Section', 'newsrail' ),
				'author'       => __( 'Author', 'newsrail' ),
				'reading-time' => __( 'Reading time', 'newsrail' ),
				'kicker'       => __( 'Kicker', 'newsrail' ),
			),
		),
		'read'     => array(
			__( 'Stories that the reader has opened', 'newsrail' ),
			array(
				'off'  => __( 'As all others', 'newsrail' ),
				'dim'  => __( 'Dimmed', 'newsrail' ),
				'last' => __( 'Last in the list', 'newsrail' ),
			),
		),
		'theme'    => array(
			__( 'Colours', 'newsrail' ),
			array(
				'auto'   => __( 'As the page has them', 'newsrail' ),
				'light'  => __( 'Light', 'newsrail' ),
				'dark'   => __( 'Dark', 'newsrail' ),
				'scheme' => __( 'Light or dark, by the page’s colour scheme', 'newsrail' ),
			),
		),
		'provider' => array(
			__( 'Provider', 'newsrail' ),
			array(
				'auto'       => __( 'Told by the address', 'newsrail' ),
				'json'       => __( 'An address of your own that takes JSON', 'newsrail' ),
				'form'       => __( 'An address of your own that takes a form', 'newsrail' ),
				'page'       => __( 'A page, which is linked to', 'newsrail' ),
				'ghost'      => 'Ghost',
				'listmonk'   => 'listmonk',
				'buttondown' => 'Buttondown',
				'mailchimp'  => 'Mailchimp',
				'kit'        => 'Kit',
				'substack'   => 'Substack',
			),
		),
	);
}

/**
 * Whether an attribute knows a word.
 *
 * @param string $name The attribute.
 * @param mixed  $word The word.
 */
function is_choice( string $name, $word ): bool {
	return is_string( $word ) && isset( choices()[ $name ][1][ $word ] );
}

/**
 * What is chosen of an attribute: by a block or a shortcode, else in the settings.
 *
 * @param string $name The attribute.
 * @param array  $own  What a block or a shortcode sets.
 */
function chosen( string $name, array $own ): string {
	$word = $own[ $name ] ?? '';
	return is_choice( $name, $word ) ? $word : settings()[ $name ];
}

/**
 * What the line below each headline says: words with blanks between them, none of
 * them for no line. A block or a shortcode has them in an order of its own.
 *
 * @param array $own What a block or a shortcode sets.
 */
function meta( array $own ): string {
	$set   = settings()['meta'];
	$asked = isset( $own['meta'] ) && is_string( $own['meta'] ) ? $own['meta'] : implode( ' ', $set );
	$words = array_intersect( preg_split( '/\s+/', $asked ), array_keys( choices()['meta'][1] ) );
	// A word that there is not costs that word; where nothing is left, the settings count.
	return implode( ' ', array_unique( $words || '' === trim( $asked ) ? $words : $set ) );
}

/**
 * Whether a text is a language tag.
 *
 * @param mixed $tag The text.
 */
function is_language( $tag ): bool {
	return is_string( $tag ) && preg_match( '/^[a-z]{2,3}(-[a-z0-9]{2,8})*$/i', $tag );
}

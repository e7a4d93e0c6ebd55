<?php
/**
 * Blocks: each shows in the editor what the server makes of it.
 *
 * @package newsrail
 */

namespace Newsrail;

defined( 'ABSPATH' ) || exit;

/**
 * Makes the blocks known, with one script for all of them in the editor.
 */
function register_blocks(): void {
	wp_register_script(
		'newsrail-editor',
		plugins_url( 'blocks/editor.js', NEWSRAIL_FILE ),
		array( 'wp-block-editor', 'wp-blocks', 'wp-components', 'wp-data', 'wp-element', 'wp-i18n', 'wp-server-side-render' ),
		NEWSRAIL_VERSION,
		array( 'in_footer' => true )
	);
	wp_set_script_translations( 'newsrail-editor', 'newsrail', plugin_dir_path( NEWSRAIL_FILE ) . 'languages' );
	$texts = texts_of_blocks();
	foreach ( KINDS as $kind ) {
		register_block_type(
			plugin_dir_path( NEWSRAIL_FILE ) . 'blocks/' . $kind,
			array(
				'title'           => $texts[ $kind ][0],
				'description'     => $texts[ $kind ][1],
				'render_callback' => function ( $own ) use ( $kind ) {
					return block( $kind, $own );
				},
			)
		);
	}
}
add_action( 'init', __NAMESPACE__ . '\register_blocks' );

/**
 * Hands the editor what may be chosen.
 */
function hand_choices(): void {
	wp_add_inline_script( 'newsrail-editor', 'window.newsrailChoices = ' . wp_json_encode( choices() ) . ';', 'before' );
}
add_action( 'enqueue_block_editor_assets', __NAMESPACE__ . '\hand_choices' );

/**
 * Title and description of each block, which block.json has in English. Here
 * they are found by what collects texts to translate.
 *
 * @return array<string, array{string, string}>
 */
function texts_of_blocks(): array {
	return array(
		'popular'        => array(
			_x( 'Popular', 'block title', 'newsrail' ),
			_x( 'The most read posts; the latest where nobody counts readers.', 'block description', 'newsrail' ),
		),
		'more-like-this' => array(
			_x( 'More like this', 'block title', 'newsrail' ),
			_x( 'The posts most like the one being read.', 'block description', 'newsrail' ),
		),
		'subscribe'      => array(
			_x( 'Subscribe', 'block title', 'newsrail' ),
			_x( 'A form that sends an e-mail address to your newsletter.', 'block description', 'newsrail' ),
		),
	);
}

/**
 * A block: the element within a wrapper that has the block's class and alignment.
 *
 * @param string $kind Which element.
 * @param array  $own  The block's attributes.
 */
function block( string $kind, array $own ): string {
	$inside = element( $kind, $own );
	if ( is_preview_in_editor() && ( 'subscribe' === $kind || '' === $inside ) ) {
		$inside = '<p>' . esc_html( what_stands_here( $kind ) ) . '</p>';
	}
	return '' === $inside ? '' : '<div ' . get_block_wrapper_attributes() . '>' . $inside . '</div>';
}

/**
 * What the editor says in place of an element that shows nothing there.
 *
 * @param string $kind Which element.
 */
function what_stands_here( string $kind ): string {
	$address = settings()['subscribe'];
	if ( 'subscribe' !== $kind ) {
		return __( 'newsrail: there is no other post yet.', 'newsrail' );
	}
	if ( '' === $address ) {
		return __( 'newsrail: nothing stands here until an address takes sign-ups. It is set under Settings, newsrail.', 'newsrail' );
	}
	/* translators: %s: an address. */
	return sprintf( __( 'newsrail: a form to subscribe stands here. What readers enter goes to %s', 'newsrail' ), $address );
}

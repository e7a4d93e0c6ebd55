<?php
/**
 * The one script and the one style sheet of a page, where it has an element.
 *
 * @package newsrail
 */

namespace Newsrail;

defined( 'ABSPATH' ) || exit;

/** What the script and the style sheet are called. */
const HANDLE = 'newsrail';

/**
 * Makes both known.
 */
function register_files(): void {
	wp_register_script(
		HANDLE,
		plugins_url( 'bundle/newsrail.js', NEWSRAIL_FILE ),
		array(),
		NEWSRAIL_VERSION,
		array(
			'strategy'  => 'async',
			'in_footer' => true,
		)
	);
	wp_register_style( HANDLE, plugins_url( 'elements.css', NEWSRAIL_FILE ), array(), NEWSRAIL_VERSION );
	// Small enough for WordPress to write it into the page.
	wp_style_add_data( HANDLE, 'path', plugin_dir_path( NEWSRAIL_FILE ) . 'elements.css' );
}
add_action( 'init', __NAMESPACE__ . '\register_files' );

/**
 * Has the page load both. The editor shows the plain links alone.
 */
function enqueue(): void {
	wp_enqueue_style( HANDLE );
	if ( ! is_preview_in_editor() ) {
		wp_enqueue_script( HANDLE );
	}
}

/**
 * Says on the script tag that it is to place no list of its own.
 *
 * @param string $tag    The markup.
 * @param string $handle The script's name.
 */
function with_no_rails( $tag, $handle ): string {
	$tags = new \WP_HTML_Tag_Processor( (string) $tag );
	if ( HANDLE === $handle && $tags->next_tag( 'script' ) ) {
		$tags->set_attribute( 'data-rails', '' );
	}
	return $tags->get_updated_html();
}
add_filter( 'script_loader_tag', __NAMESPACE__ . '\with_no_rails', 10, 2 );

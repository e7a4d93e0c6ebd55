<?php
/**
 * What stands under every post without anybody placing it.
 *
 * @package newsrail
 */

namespace Newsrail;

defined( 'ABSPATH' ) || exit;

/**
 * A post's content with what the settings say below it. An element that the
 * author has placed in the post is not placed again.
 *
 * @param string $content The content.
 */
function with_elements( $content ): string {
	$content = (string) $content;
	// A theme may make an excerpt out of the content on the very page of the post.
	if ( ! is_singular( 'post' ) || ! in_the_loop() || ! is_main_query() || doing_filter( 'get_the_excerpt' ) ) {
		return $content;
	}
	if ( post_password_required() ) {
		return $content;
	}
	$elements = '';
	foreach ( settings()['under'] as $kind ) {
		if ( false === strpos( $content, "<newsrail-$kind" ) ) {
			$elements .= element( $kind, array() );
		}
	}
	return '' === $elements ? $content : $content . '<div class="newsrail-under-post">' . $elements . '</div>';
}
// After blocks and shortcodes, whose elements are counted, and after what rewrites an author's text.
add_filter( 'the_content', __NAMESPACE__ . '\with_elements', 50 );

/**
 * Has the style sheet in the head of a page that will have elements.
 */
function enqueue_early(): void {
	if ( is_singular( 'post' ) && settings()['under'] ) {
		wp_enqueue_style( HANDLE );
	}
}
add_action( 'wp_enqueue_scripts', __NAMESPACE__ . '\enqueue_early' );

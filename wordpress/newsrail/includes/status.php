<?php
/**
 * What the settings page says of the site: whether its REST API answers
 * readers, and who counts them.
 *
 * @package newsrail
 */

namespace Newsrail;

defined( 'ABSPATH' ) || exit;

/**
 * Why a visitor gets no posts from the REST API; empty where they do. The site
 * is asked within this very request, as somebody who is not logged in.
 */
function rest_refusal(): string {
	$user = get_current_user_id();
	wp_set_current_user( 0 );
	try {
		$allowed = rest_get_server()->check_authentication();
		if ( is_wp_error( $allowed ) ) {
			return $allowed->get_error_message();
		}
		$request = new \WP_REST_Request( 'GET', '/wp/v2/posts' );
		$request->set_query_params(
			array(
				'per_page' => 1,
				'_fields'  => 'id',
			)
		);
		$response = rest_do_request( $request );
		return $response->is_error() ? $response->as_error()->get_error_message() : '';
	} finally {
		wp_set_current_user( $user );
	}
}

/**
 * Shows both.
 */
function show_status(): void {
	$refusal = rest_refusal();
	if ( '' !== $refusal ) {
		/* translators: %s: what the site answers. */
		$text = sprintf( __( 'Visitors get no posts from this site\'s REST API: "%s" So the lists stay the plain links that stand in them now: the latest posts, and those of the same category. Let visitors read wp/v2/posts to have them ranked.', 'newsrail' ), wp_strip_all_tags( $refusal ) );
		echo '<div class="notice notice-warning inline"><p>' . esc_html( $text ) . '</p></div>';
	}
	$source = counts()['source'];
	if ( '' === $source ) {
		$text = __( 'Nobody counts this site\'s readers, so the first list is called "Latest". Install WordPress Popular Posts or Koko Analytics, and it becomes "Popular".', 'newsrail' );
	} else {
		/* translators: %s: the name of a plugin. */
		$text = sprintf( __( 'Popular is ordered by the readers that %s has counted.', 'newsrail' ), $source );
	}
	echo '<p>' . esc_html( $text ) . '</p>';
}

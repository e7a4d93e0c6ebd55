<?php
/**
 * The site's own posts as plain links, which stand inside an element before the
 * program is there, for crawlers, and whenever anything fails.
 *
 * @package newsrail
 */

namespace Newsrail;

defined( 'ABSPATH' ) || exit;

/**
 * The posts that stand in the lists of this page already, so that none stands twice.
 *
 * @param int[] $more Posts that stand there from now on.
 * @return int[]
 */
function listed( array $more = array() ): array {
	static $listed = array();
	$listed        = array_merge( $listed, $more );
	return $listed;
}

/**
 * The links of a list: a heading and the posts, or nothing where there is none.
 *
 * @param string      $kind    Which list: popular or more-like-this.
 * @param int         $count   How many posts.
 * @param string|null $heading The heading; null for the usual one, empty for none.
 */
function links( string $kind, int $count, ?string $heading ): string {
	$ids = 'popular' === $kind ? popular_posts( $count ) : posts_like_this( $count );
	if ( ! $ids ) {
		return '';
	}
	listed( $ids );
	$rows = '';
	foreach ( $ids as $id ) {
		// What is no title yet is no link that could be read out or clicked.
		$title = trim( wp_strip_all_tags( get_the_title( $id ) ) );
		$title = '' === $title ? __( '(no title)', 'newsrail' ) : $title;
		$rows .= '<li><a href="' . esc_url( get_permalink( $id ) ) . '">' . esc_html( html_entity_decode( $title, ENT_QUOTES, 'UTF-8' ) ) . '</a></li>';
	}
	$heading = $heading ?? usual_heading( $kind );
	$title   = '' === $heading ? '' : '<h2>' . esc_html( $heading ) . '</h2>';
	$list    = 'popular' === $kind ? 'ol' : 'ul';
	return "$title<$list>$rows</$list>";
}

/**
 * What a list is called. Nothing is called popular that nobody has counted.
 *
 * @param string $kind Which list.
 */
function usual_heading( string $kind ): string {
	if ( 'more-like-this' === $kind ) {
		return __( 'More like this', 'newsrail' );
	}
	return counts()['rows'] ? __( 'Popular', 'newsrail' ) : __( 'Latest', 'newsrail' );
}

/**
 * The most read posts where readers are counted, else the latest.
 *
 * @param int $count How many.
 * @return int[]
 */
function popular_posts( int $count ): array {
	$counted = array_diff( array_column( counts()['rows'], 'id' ), taken() );
	$found   = array();
	foreach ( $counted as $id ) {
		// A post may have been taken back since it was counted.
		if ( count( $found ) < $count && 'publish' === get_post_status( $id ) ) {
			$found[] = (int) $id;
		}
	}
	return $found ? $found : latest_posts( $count, array() );
}

/**
 * The latest posts of the categories that the post being read is in.
 *
 * @param int $count How many.
 * @return int[]
 */
function posts_like_this( int $count ): array {
	$categories = is_a_post() ? wp_get_post_categories( get_the_ID() ) : array();
	return latest_posts( $count, $categories ? array( 'category__in' => $categories ) : array() );
}

/**
 * The latest posts that anybody may read and that no list of the page has yet.
 *
 * @param int   $count How many.
 * @param array $which Further arguments of WP_Query.
 * @return int[]
 */
function latest_posts( int $count, array $which ): array {
	$taken = taken();
	// Some more are asked for and left out here: a query that excludes is not cached well.
	$ids = get_posts(
		$which + array(
			'fields'              => 'ids',
			'numberposts'         => $count + count( $taken ),
			'has_password'        => false,
			'ignore_sticky_posts' => true,
			'no_found_rows'       => true,
		)
	);
	return array_slice( array_values( array_diff( $ids, $taken ) ), 0, $count );
}

/**
 * The post being read, and what the lists above have.
 *
 * @return int[]
 */
function taken(): array {
	return array_merge( is_a_post() ? array( get_the_ID() ) : array(), listed() );
}

/**
 * Whether a single post is being read, or written in the editor.
 */
function is_a_post(): bool {
	return 'post' === get_post_type() && ( is_singular( 'post' ) || is_preview_in_editor() );
}

/**
 * Whether what is made is a block's preview in the editor. WordPress has asked
 * before whether that may be seen.
 */
function is_preview_in_editor(): bool {
	$route = $GLOBALS['wp']->query_vars['rest_route'] ?? '';
	return 0 === strpos( (string) $route, '/wp/v2/block-renderer/newsrail/' );
}

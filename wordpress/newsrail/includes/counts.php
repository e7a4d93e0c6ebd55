<?php
/**
 * How often posts were read, where another plugin has counted it: WordPress
 * Popular Posts or Koko Analytics. Only their tables are read.
 *
 * @package newsrail
 */

namespace Newsrail;

defined( 'ABSPATH' ) || exit;

/** Where the counts are served: `[{"url": string, "views": number}]`, most read first. */
const COUNTS_NAMESPACE = 'newsrail/v1';
const COUNTS_ROUTE     = '/counts';

/** The transient that keeps them, and for how many seconds. uninstall.php names it too. */
const COUNTS_TRANSIENT = 'newsrail_counts';
const COUNTS_KEPT      = 15 * MINUTE_IN_SECONDS;

/** Of how many days views are added up, today's among them. */
const COUNTS_DAYS = 7;

/** How many posts are counted at most. */
const COUNTS_MOST = 100;

/**
 * Who has counted, and the most read posts. No rows where nobody has.
 *
 * @return array{source: string, rows: array<array{id: int, views: int}>}
 */
function counts(): array {
	$kept = get_transient( COUNTS_TRANSIENT );
	if ( is_array( $kept ) && isset( $kept['source'], $kept['rows'] ) ) {
		return $kept;
	}
	$found = array(
		'source' => '',
		'rows'   => array(),
	);
	foreach ( counting_tables() as list( $source, $table, $posts, $day ) ) {
		$rows = is_table( $table ) ? views( $table, $posts, $day ) : array();
		if ( $rows ) {
			$found = compact( 'source', 'rows' );
			break;
		}
	}
	set_transient( COUNTS_TRANSIENT, $found, COUNTS_KEPT );
	return $found;
}

/**
 * The tables that are looked at, in this order: whose they are, a table, its
 * columns for the post (the first that it has) and for the day, empty where the
 * table adds up all days.
 *
 * @return array<array{string, string, string[], string}>
 */
function counting_tables(): array {
	global $wpdb;
	return array(
		array( 'WordPress Popular Posts', $wpdb->prefix . 'popularpostssummary', array( 'postid' ), 'view_date' ),
		// Koko Analytics has called the post `post_id` since its version 2.
		array( 'Koko Analytics', $wpdb->prefix . 'koko_analytics_post_stats', array( 'post_id', 'id' ), 'date' ),
		array( 'WordPress Popular Posts', $wpdb->prefix . 'popularpostsdata', array( 'postid' ), '' ),
	);
}

/**
 * Whether the database has a table.
 *
 * @param string $table Its name.
 */
function is_table( string $table ): bool {
	global $wpdb;
	// phpcs:ignore WordPress.DB.DirectDatabaseQuery -- What is found is kept in a transient.
	return $table === $wpdb->get_var( $wpdb->prepare( 'SHOW TABLES LIKE %s', $wpdb->esc_like( $table ) ) );
}

/**
 * The posts of a table that anybody may read, most read first.
 *
 * @param string   $table A table that there is.
 * @param string[] $posts Columns that may have the post's number.
 * @param string   $day   The column with the day; empty for none.
 * @return array<array{id: int, views: int}>
 */
function views( string $table, array $posts, string $day ): array {
	global $wpdb;
	// phpcs:ignore WordPress.DB.DirectDatabaseQuery -- As above.
	$row  = $wpdb->get_row( $wpdb->prepare( 'SELECT * FROM %i LIMIT 1', $table ), ARRAY_A );
	$post = current( array_intersect( $posts, array_keys( is_array( $row ) ? $row : array() ) ) );
	if ( false === $post ) {
		return array();
	}
	$since = wp_date( 'Y-m-d', time() - ( COUNTS_DAYS - 1 ) * DAY_IN_SECONDS );
	// Without days every row counts: the condition then compares a text with itself.
	$condition = '' === $day ? $wpdb->prepare( '%s = %s', $since, $since ) : $wpdb->prepare( 'counted.%i >= %s', $day, $since );
	// phpcs:disable WordPress.DB.DirectDatabaseQuery, WordPress.DB.PreparedSQL.InterpolatedNotPrepared -- As above; the condition is prepared.
	$rows = $wpdb->get_results(
		$wpdb->prepare(
			"SELECT counted.%i AS id, SUM(counted.pageviews) AS views
			FROM %i AS counted JOIN %i AS posts ON posts.ID = counted.%i
			WHERE $condition AND posts.post_status = 'publish' AND posts.post_type = 'post' AND posts.post_password = ''
			GROUP BY counted.%i HAVING views > 0 ORDER BY views DESC, id DESC LIMIT %d",
			$post,
			$table,
			$wpdb->posts,
			$post,
			$post,
			COUNTS_MOST
		),
		ARRAY_A
	);
	// phpcs:enable
	return array_map( fn( $row ) => array_map( 'intval', $row ), is_array( $rows ) ? $rows : array() );
}

/**
 * Serves the counts, only where somebody has counted.
 */
function register_counts_route(): void {
	if ( ! counts()['rows'] ) {
		return;
	}
	register_rest_route(
		COUNTS_NAMESPACE,
		COUNTS_ROUTE,
		array(
			'methods'             => 'GET',
			'callback'            => __NAMESPACE__ . '\answer_with_counts',
			// The lists are for everybody who reads the site.
			'permission_callback' => '__return_true',
		)
	);
}
add_action( 'rest_api_init', __NAMESPACE__ . '\register_counts_route' );

/**
 * The counts with addresses in place of numbers.
 */
function answer_with_counts(): \WP_REST_Response {
	$rows = counts()['rows'];
	_prime_post_caches( array_column( $rows, 'id' ), true, false );
	$served = array();
	foreach ( $rows as $row ) {
		$url = get_permalink( $row['id'] );
		if ( $url ) {
			$served[] = array(
				'url'   => $url,
				'views' => $row['views'],
			);
		}
	}
	return new \WP_REST_Response( $served );
}

/**
 * Forgets what is kept when the plugin is switched off.
 */
function forget_counts(): void {
	delete_transient( COUNTS_TRANSIENT );
}
register_deactivation_hook( NEWSRAIL_FILE, __NAMESPACE__ . '\forget_counts' );
